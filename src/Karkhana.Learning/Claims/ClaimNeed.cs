namespace Karkhana.Learning;

/// <summary>The least of one kind of data that a claim needs.</summary>
/// <param name="What">The kind of data: <c>survey_firms</c>.</param>
/// <param name="AtLeast">How much of it.</param>
public sealed record ClaimNeed(string What, double AtLeast);
