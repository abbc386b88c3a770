namespace Karkhana.Capability;

/// <summary>One way in which firms learn.</summary>
/// <param name="Id">The id: <c>LM3</c>.</param>
/// <param name="Name">The name in code words: <c>performance_feedback</c>.</param>
/// <param name="Title">The name for readers.</param>
/// <param name="NeedsEffort">Whether it costs money or time; learning by operating and passive inflow do not.</param>
/// <param name="Origin">Where the knowledge comes from.</param>
/// <param name="Items">The items of the bank that speak of it; empty when none does.</param>
/// <param name="Source">The literature that names it.</param>
public sealed record LearningMechanism(
    string Id,
    string Name,
    string Title,
    bool NeedsEffort,
    KnowledgeOrigin Origin,
    IReadOnlyList<string> Items,
    string Source);
