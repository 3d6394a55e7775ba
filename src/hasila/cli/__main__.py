"""python -m hasila.cli: the command line without its script."""

from hasila.cli import main

main()
