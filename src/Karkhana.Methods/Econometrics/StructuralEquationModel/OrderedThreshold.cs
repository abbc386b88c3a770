namespace Karkhana.Methods.Econometrics;

/// <summary>A threshold of an ordered column.</summary>
/// <param name="Name">column|t1.</param>
/// <param name="Estimate">The normal quantile of the share of cases below it.</param>
/// <param name="StandardError">Its standard error.</param>
internal sealed record OrderedThreshold(string Name, double Estimate, double StandardError);
