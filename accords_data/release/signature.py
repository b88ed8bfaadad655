"""Detached signatures of archives, made and checked by the programs that people already trust: minisign and OpenSSH.

A minisign signature of ``FILE`` is ``FILE.minisig``; an SSH signature (``ssh-keygen -Y``, namespace ``file``, the one
that OpenSSH reserves for files) is ``FILE.sig``.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from accords_data.problems import AccordsError, Problem

_NAMESPACE = "file"
_IDENTITY = "accords-data"
_MINISIGN = "untrusted comment:"
_SSH_PRIVATE = ("-----BEGIN OPENSSH PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----")
_SSH_PUBLIC = ("ssh-", "ecdsa-", "sk-")
_LONGEST_KEY = 100_000


def sign(key: Path, files: Sequence[Path], comment: str) -> list[Path]:
    """Sign `files` with the secret `key` of minisign or SSH; return the signatures, each beside its file.

    Args:
        key: The file with the secret key; its program asks for the password once, if there is one.
        files: What to sign.
        comment: What minisign signs along; the signature holds no time.

    Raises:
        AccordsError: the key is none, its program is missing, or it failed.
    """
    head = _head(key)
    if head.startswith(_MINISIGN):
        _ask("minisign", ["-S", "-s", key, "-t", comment, "-c", f"signature of {comment}", "-m", *files], key)
        return [file.with_name(f"{file.name}.minisig") for file in files]
    if head.startswith(_SSH_PRIVATE):
        _ask("ssh-keygen", ["-q", "-Y", "sign", "-n", _NAMESPACE, "-f", key, *files], key)
        return [file.with_name(f"{file.name}.sig") for file in files]
    hint = "give a minisign secret key or an SSH private key"
    raise AccordsError([_problem(key, "is not a signing key", hint)])


def check(key: Path, file: Path) -> None:
    """Raise unless the signature beside `file` was made with the secret half of the public `key`.

    Raises:
        AccordsError: it was not, or there is none, or the key is none, or its program is missing.
    """
    head = _head(key)
    if not head.startswith((_MINISIGN, *_SSH_PUBLIC)):
        hint = "give a minisign or SSH public key"
        raise AccordsError([_problem(key, "is not a public key", hint)])
    if not file.is_file():
        hint = "give the .zip or .tar.gz, with its signature beside it"
        raise AccordsError([_problem(file, "is not an archive; only archives are signed", hint)])
    signature = file.with_name(f"{file.name}.minisig" if head.startswith(_MINISIGN) else f"{file.name}.sig")
    if not signature.is_file():
        raise AccordsError(
            [_problem(signature, "signature not found", "download it too, and put it beside the archive")]
        )
    if head.startswith(_MINISIGN):
        _judge("minisign", ["-V", "-q", "-p", key, "-m", file, "-x", signature], file)
    else:
        _check_ssh(head, file, signature)


def _check_ssh(key: str, file: Path, signature: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        allowed = Path(folder) / "allowed"
        allowed.write_text(f'{_IDENTITY} namespaces="{_NAMESPACE}" {key}\n', encoding="utf-8")
        arguments: list[str | Path] = [
            "-Y",
            "verify",
            "-f",
            allowed,
            "-I",
            _IDENTITY,
            "-n",
            _NAMESPACE,
            "-s",
            signature,
        ]
        _judge("ssh-keygen", arguments, file, file.read_bytes())


def _head(key: Path) -> str:
    """Return the first line of the key file."""
    try:
        if key.stat().st_size > _LONGEST_KEY:
            raise AccordsError([_problem(key, "is too large for a key file", "give a key file")])
        lines = key.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise AccordsError([_problem(key, f"cannot be read: {error.strerror}", "give a key file")]) from error
    except UnicodeDecodeError as error:
        raise AccordsError([_problem(key, "is not a key file", "give a key file")]) from error
    return lines[0] if lines else ""


def _ask(program: str, arguments: Sequence[str | Path], key: Path) -> None:
    """Run a program that may ask for the password of `key`: what it says goes to stderr as it says it."""
    done = subprocess.run([_found(program), *arguments], stdout=sys.stderr, check=False)  # noqa: S603 - no shell
    if done.returncode != 0:
        hint = "check the key and its password"
        raise AccordsError([_problem(key, f"{program} could not sign: exit status {done.returncode}", hint)])


def _judge(program: str, arguments: Sequence[str | Path], file: Path, data: bytes | None = None) -> None:
    """Run a program that says by its exit status whether `file` is what was signed."""
    done = subprocess.run([_found(program), *arguments], input=data, capture_output=True, check=False)  # noqa: S603
    if done.returncode != 0:
        said = (done.stderr + b"\n" + done.stdout).decode(errors="replace").strip().splitlines()
        reason = said[-1].strip() if said else f"exit status {done.returncode}"
        raise AccordsError([_problem(file, f"{program}: {reason}", "do not trust the file")])


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise AccordsError([_problem(Path(program), "is not installed", "install it, then try again")])
    return path


def _problem(path: Path, message: str, hint: str) -> Problem:
    return Problem(path=str(path), message=message, hint=hint)
