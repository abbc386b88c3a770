namespace Karkhana.Agglomeration;

/// <summary>How good a number of groups is.</summary>
/// <param name="Groups">The number of groups.</param>
/// <param name="Validation">The validation score, 0 to 100; NaN for one group.</param>
/// <param name="Margin">The mean, over industries, of the similarity within less the similarity with the best group
/// outside (0 for an industry that is alone); it decides between scores that are about equal.</param>
public sealed record GroupingScore(int Groups, double Validation, double Margin);
