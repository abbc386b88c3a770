namespace Karkhana.Methods.Econometrics;

/// <summary>How much of the variance lies between the groups of one grouping.</summary>
/// <param name="Group">The grouping.</param>
/// <param name="Count">The number of groups.</param>
/// <param name="Correlation">The variance of the grouping's intercepts over that of all intercepts and the residual; NaN
/// without intercepts that differ.</param>
public sealed record IntraclassShare(string Group, int Count, double Correlation);
