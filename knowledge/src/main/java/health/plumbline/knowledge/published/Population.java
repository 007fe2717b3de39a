package health.plumbline.knowledge.published;

import java.util.List;

/**
 * A group that studies report on and that is not one of the conditions: a pooled diagnosis, a
 * comorbidity, a denominator.
 *
 * @param id stable id
 * @param name name
 * @param meaning what it stands for, may be empty
 * @param members conditions that it comprises, empty if none
 * @param note how to use it, may be empty
 */
public record Population(
    String id, String name, String meaning, List<String> members, String note) {}
