namespace Karkhana.Policy;

/// <summary>A number of a policy with where it comes from.</summary>
/// <param name="Policy">The id of the policy.</param>
/// <param name="Path">Where it stands within the policy: <c>cost.perFirm</c>.</param>
/// <param name="Value">The number as it is written.</param>
/// <param name="Status">Where it comes from.</param>
/// <param name="Basis">What it rests on, in words; empty when nothing was said.</param>
public sealed record PolicyNumber(string Policy, string Path, string Value, NumberStatus Status, string Basis);
