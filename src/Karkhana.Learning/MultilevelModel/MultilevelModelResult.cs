using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>An equation about firms in places, estimated.</summary>
public sealed record MultilevelModelResult
{
    /// <summary>Gets the equation.</summary>
    public required MultilevelEquation Equation { get; init; }

    /// <summary>Gets how it was estimated.</summary>
    public required MultilevelEstimator Estimator { get; init; }

    /// <summary>Gets the coefficients over the draws of the true scores: <c>x_within</c>, <c>x_between</c>, products <c>x_within:z_between</c> and
    /// <c>x_contextual</c>, between minus within.</summary>
    public required PooledCoefficients Pooled { get; init; }

    /// <summary>Gets the positions in the sample of the firms used.</summary>
    public required IReadOnlyList<int> Firms { get; init; }

    /// <summary>Gets the places with their observed means, in the order of their first firms.</summary>
    public required IReadOnlyList<PlaceMean> Places { get; init; }

    /// <summary>Gets the correlation of the outcome of two firms of one place, before any term; by the analysis of variance, mean over the
    /// draws; may be negative.</summary>
    public required double IntraclassCorrelation { get; init; }

    /// <summary>Gets how many times as large places make the variance of a mean over firms: 1 + (m − 1) · correlation with m firms in every
    /// place.</summary>
    public required double DesignEffect { get; init; }

    /// <summary>Gets the variance of the places' constants that the terms leave; NaN where places have effects of their own.</summary>
    public required double PlaceVariance { get; init; }

    /// <summary>Gets the variance of the slope that differs between places; NaN where none does.</summary>
    public required double SlopeVariance { get; init; }

    /// <summary>Gets the variance within places that the terms leave.</summary>
    public required double ResidualVariance { get; init; }

    /// <summary>Gets what the reader must know.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>Gets what made this result.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets the coefficients.</summary>
    public CoefficientTable Coefficients => Pooled.Coefficients;

    /// <summary>Gets between minus within of every term that has both; empty where places have effects of their own.</summary>
    public IReadOnlyList<ContextualEffect> ContextualEffects => [.. Equation.Terms
        .Select(term => (Term: term, At: Coefficients.Find(MultilevelLayout.ContextualOf(term))))
        .Where(pair => pair.At >= 0)
        .Select(pair => new ContextualEffect(
            pair.Term,
            Coefficients.Estimates[Coefficients.Find(MultilevelLayout.WithinOf(pair.Term))],
            Coefficients.Estimates[Coefficients.Find(MultilevelLayout.BetweenOf(pair.Term))],
            Coefficients.Estimates[pair.At],
            Coefficients.StandardErrors[pair.At],
            Coefficients.ConfidenceLow[pair.At],
            Coefficients.ConfidenceHigh[pair.At],
            Coefficients.PValues[pair.At]))];

    /// <summary>Gives one row per coefficient.</summary>
    /// <returns>The table <c>multilevel</c>.</returns>
    public Table ToTable()
    {
        int terms = Coefficients.Terms.Count;
        return Table.Of("multilevel",
        [
            Column.Of("equation", Enumerable.Repeat((string?)Equation.Name, terms), "Equation", "Which equation."),
            Column.Of("outcome", Enumerable.Repeat((string?)Equation.Outcome, terms), "Outcome", "What is explained."),
            .. Coefficients.ToTable("multilevel").Columns,
            Column.Of("share_measurement", Pooled.ShareBetween, "Share due to measurement", "share",
                "Share of the variance of the estimate that comes from scores being measured with error."),
            Column.Of("n", Enumerable.Repeat(Firms.Count, terms), "Firms", "", "Firms used."),
            Column.Of("places", Enumerable.Repeat(Places.Count, terms), "Places", "", "Places used."),
            Column.Of("estimator", Enumerable.Repeat((string?)Words.Of(Estimator), terms), "Estimator", "What the number of places allows."),
        ]);
    }

    /// <summary>Gives one row per place: a description, not an estimate.</summary>
    /// <returns>The table <c>place_means</c>.</returns>
    public Table ToPlaceTable() => Table.Of("place_means",
    [
        Column.Of("place", Places.Select(place => (string?)place.Place), "Place", "The place."),
        Column.Of("n", Places.Select(place => place.Firms), "Firms", "", "Firms used."),
        Column.Of(Equation.Outcome, Places.Select(place => place.Outcome), Equation.Outcome, "SD", "Mean over the firms, as observed.", recommended: true),
        .. Equation.Terms.Select((term, i) => (Column)Column.Of(
            term, Places.Select(place => place.Terms[i]), term, "SD", "Mean over the firms, as observed.")),
    ]);
}
