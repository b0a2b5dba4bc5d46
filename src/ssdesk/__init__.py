"""ssdesk: the desk program for social-security field work."""
