"""Weekly digests: what each has to tell, and when their letters are written."""
