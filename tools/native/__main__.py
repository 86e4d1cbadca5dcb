"""`python -m tools.native FOLDER`."""

from tools.native.building import main

main()
