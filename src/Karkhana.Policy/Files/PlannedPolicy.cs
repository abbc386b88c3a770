using Karkhana.Core.Policies;

namespace Karkhana.Policy;

/// <summary>A policy of a file: what the simulation runs, and what people want to know about it.</summary>
/// <param name="Intervention">The policy as data.</param>
/// <param name="Lever">The lever of the menu that it pulls.</param>
/// <param name="Design">What it promises beyond numbers.</param>
/// <param name="Numbers">Its numbers with where they come from.</param>
public sealed record PlannedPolicy(
    Intervention Intervention, Lever Lever, PolicyDesign Design, IReadOnlyList<PolicyNumber> Numbers);
