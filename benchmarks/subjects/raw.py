"""A raw load on the fast door."""

from benchmarks.door import main

if __name__ == "__main__":
    main()
