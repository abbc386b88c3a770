namespace Karkhana.Policy;

/// <summary>One question to the design of a policy.</summary>
/// <param name="Policy">The id of the policy.</param>
/// <param name="Feature">The feature that it belongs to.</param>
/// <param name="Question">The question; yes speaks for the feature.</param>
/// <param name="Answer">The answer; null when the description does not say.</param>
/// <param name="Reads">What of the policy file answers it.</param>
public sealed record DesignCheck(string Policy, ProgrammeFeature Feature, string Question, bool? Answer, string Reads);
