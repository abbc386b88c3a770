using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Andersen's likelihood ratio test.</summary>
public sealed record AndersenTestResult : IMeasureResult
{
    /// <summary>Gets the chi-square statistic.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets the degrees of freedom.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Gets the upper tail area.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the group names.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the respondents of each group whose score is neither the least nor the greatest.</summary>
    public required IReadOnlyList<int> Respondents { get; init; }

    /// <summary>Gets the conditional log-likelihood of each group.</summary>
    public required IReadOnlyList<double> LogLikelihoods { get; init; }

    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets the location of each item in each group, row by row of items; the mean threshold of a group is 0.</summary>
    public required IReadOnlyList<double> Locations { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("df", DegreesOfFreedom)
        .Scalar("p_value", PValue)
        .Vector("group", Groups)
        .Vector("respondents", Respondents)
        .Vector("log_likelihood", LogLikelihoods)
        .Matrix("location", Items, Groups, Locations);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "andersen_test",
        Column.Of("statistic", [Statistic], "χ²", "", "2(Σ l_g − l)."),
        Column.Of("df", [DegreesOfFreedom], "df", "", "(groups − 1) × free item parameters."),
        Column.Of("p_value", [PValue], "p", "", "Upper tail: small when the items are not equally difficult for all groups.", recommended: true));
}
