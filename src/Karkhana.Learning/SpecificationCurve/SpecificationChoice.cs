namespace Karkhana.Learning;

/// <summary>One defensible choice.</summary>
/// <param name="Label">What it is called: <c>errors within 25 km</c>.</param>
/// <param name="Apply">What it changes.</param>
public sealed record SpecificationChoice(string Label, Func<SpecificationModel, SpecificationModel> Apply);
