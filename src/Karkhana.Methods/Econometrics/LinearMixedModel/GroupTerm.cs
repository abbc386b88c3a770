namespace Karkhana.Methods.Econometrics;

/// <summary>How far the groups of one grouping lie from the shared coefficient of one term, as predicted from the
/// data.</summary>
/// <param name="Group">The grouping.</param>
/// <param name="Term">The term.</param>
/// <param name="Levels">The groups in ordinal order.</param>
/// <param name="Estimates">The conditional means, drawn towards 0.</param>
/// <param name="StandardErrors">The conditional standard deviations, shared coefficients and variances taken as
/// known.</param>
public sealed record GroupTerm(
    string Group, string Term, IReadOnlyList<string> Levels, IReadOnlyList<double> Estimates, IReadOnlyList<double> StandardErrors);
