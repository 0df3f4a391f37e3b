"""Frameworks as 1EdTech's Competencies and Academic Standards Exchange (CASE) 1.0 and 1.1 carries them.

The classes that docstrings here name (CFPackage, CFItem, CFAssociation …) are those of the CASE Service 1.1
Information Model, <https://www.imsglobal.org/spec/CASE/v1p1>.
"""
