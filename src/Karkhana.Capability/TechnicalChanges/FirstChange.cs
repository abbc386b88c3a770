using Karkhana.Methods.Econometrics;

namespace Karkhana.Capability;

/// <summary>How long firms went without a change of one kind.</summary>
/// <param name="Category">The kind: <c>any</c>, <c>product</c>.</param>
/// <param name="Curves">The share without it by watched year, by group of firms.</param>
/// <param name="Test">The comparison of the groups; null when all firms are of one group.</param>
public sealed record FirstChange(string Category, IReadOnlyDictionary<string, SurvivalCurveResult> Curves, LogRankTestResult? Test);
