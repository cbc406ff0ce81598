"""Counts and adds the primes up to a number. It does the same work twice, to be found out."""
import json
import sys


def primes(limit):
    found = []
    for number in range(2, limit + 1):
        if all(number % prime for prime in found if prime * prime <= number):
            found.append(number)
    return found


def say(message):
    print(json.dumps(message), flush=True)


for line in sys.stdin:
    request = json.loads(line)
    limit = int(request["input"])
    say({"trace": "primes up to %d" % limit})
    count = len(primes(limit))
    say({"trace": "primes up to %d" % limit})
    total = sum(primes(limit))
    say({"id": request["id"], "answer": "%d %d" % (count, total)})
