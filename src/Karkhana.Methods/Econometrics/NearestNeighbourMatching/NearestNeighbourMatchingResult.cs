using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Matches of treated units, and what they differ in.</summary>
public sealed record NearestNeighbourMatchingResult : IMeasureResult
{
    /// <summary>Gets the matches, treated units in their order.</summary>
    public required IReadOnlyList<MatchedPair> Pairs { get; init; }

    /// <summary>Gets the number of treated units with at least one match.</summary>
    public required int MatchedTreated { get; init; }

    /// <summary>Gets the mean difference of the matched; NaN when none was matched.</summary>
    public required double Att { get; init; }

    /// <summary>Gets its standard error, the matches taken as given.</summary>
    public required double StandardError { get; init; }

    /// <summary>Gets the balance of the covariates and their squares.</summary>
    public required BalanceTable Balance { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("treated", Pairs.Select(pair => pair.Treated + 1))
        .Vector("round", Pairs.Select(pair => pair.Round))
        .Vector("control", Pairs.Select(pair => pair.Control + 1))
        .Vector("distance", Pairs.Select(pair => pair.Distance))
        .Scalar("matched_treated", MatchedTreated)
        .Scalar("att", Att)
        .Scalar("std_error", StandardError)
        .Vector("variable", Balance.Variables)
        .Vector("smd_before", Balance.Before)
        .Vector("smd_after", Balance.After);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "nearest_neighbour_matching",
        Column.Of("treated", Pairs.Select(pair => pair.Treated + 1), "Treated", "", "Row of the treated unit, from 1."),
        Column.Of("round", Pairs.Select(pair => pair.Round), "Round", "", "Round in which it was matched."),
        Column.Of("control", Pairs.Select(pair => pair.Control + 1), "Control", "", "Row of the control, from 1."),
        Column.Of("distance", Pairs.Select(pair => pair.Distance), "Distance", "", "Difference of their scores."));
}
