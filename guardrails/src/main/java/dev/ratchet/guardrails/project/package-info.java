/** A policy held against a project, and a project read to propose a policy. */
@NullMarked
package dev.ratchet.guardrails.project;

import org.jspecify.annotations.NullMarked;
