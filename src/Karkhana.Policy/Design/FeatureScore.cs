namespace Karkhana.Policy;

/// <summary>How far a design has a feature.</summary>
/// <param name="Policy">The id of the policy; <see cref="ProgrammeDesignResult.Programme"/> for all together.</param>
/// <param name="Feature">The feature.</param>
/// <param name="Score">The share of yes among the answers; NaN without any.</param>
/// <param name="Low">The share if every question without an answer were answered no.</param>
/// <param name="High">The share if they were answered yes.</param>
public sealed record FeatureScore(string Policy, ProgrammeFeature Feature, double Score, double Low, double High);
