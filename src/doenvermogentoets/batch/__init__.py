"""Many dossiers at once: jobs that can be done anywhere, executors that do them, and a cache of what was found before.

A job is a dossier with everything its check depends on; its outcome is plain values. So it does not matter whether it is done in this
process, in another one, or on another machine: the result is the same to the byte.
"""
