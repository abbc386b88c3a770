namespace Karkhana.Methods.Psychometrics;

/// <summary>One intraclass correlation with its test and interval.</summary>
/// <param name="Type">The word of the catalogue: <c>two-way-random-single</c>.</param>
/// <param name="Estimate">The correlation, at most 1.</param>
/// <param name="Statistic">F.</param>
/// <param name="Degrees1">The degrees of freedom above.</param>
/// <param name="Degrees2">The degrees of freedom below.</param>
/// <param name="PValue">The upper tail.</param>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
public sealed record IntraclassForm(
    string Type, double Estimate, double Statistic, double Degrees1, double Degrees2, double PValue, double Low, double High);
