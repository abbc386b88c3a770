using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;

namespace Karkhana.Learning;

/// <summary>The choices on which careful analysts of cluster data differ.</summary>
public static class SpecificationDimensions
{
    /// <summary>The variable that only the firms kept have.</summary>
    internal const string KeptFirms = "kept_firms";

    private static readonly double[] Cutoffs = [10, 5, 25];

    /// <summary>Gives the choices that a sample allows; with all of them some hundreds to a thousand specifications.</summary>
    /// <remarks>Controls: all, absorptive capacity alone, owner and firm alone, none. Status: held, not held. Errors: in space within 10, 5, 25
    /// km, within places, independent. Estimator: least squares; for being clustered also nearest neighbours, entropy balancing and augmented weighting of <see cref="ClusterComparison"/>; for a term that varies within places, with an effect
    /// of each place. Missing covariates, for being clustered: firms without them left out, or drawn. Scores: plausible values, as observed. Firms: all, clustered alone, without the tenth of the
    /// firms with the most extreme exposure. Weights: used, not used. Exposure: each given variant.</remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="term">The term of interest.</param>
    /// <param name="variants">Other ways to compute the exposure, by label: one value per firm of the sample.</param>
    /// <returns>The dimensions with at least two choices.</returns>
    public static IReadOnlyList<SpecificationDimension> Of(
        LearningSample sample, string term, IReadOnlyDictionary<string, double[]>? variants = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        SpecificationDimension[] all =
        [
            Exposure(term, variants ?? new Dictionary<string, double[]>()),
            Controls(sample),
            Estimators(sample, term),
            new("status", sample.Clustered.Distinct().Count() < 2 || term == "clustered" ? [] :
            [
                new("status held", model => model with { Held = [.. model.Held, "clustered"] }),
                new("status not held", model => model),
            ]),
            Errors(sample),
            new("scores", sample.Scores.Scores.All(score => score.StandardErrors.Count == 0) ? [] :
            [
                new("plausible values", model => model),
                new("as observed", model => model with { Sample = WithoutErrors(model.Sample) }),
            ]),
            Firms(sample, term),
            MissingCovariatesOf(sample, term),
            new("weights", sample.Weights.Count == 0 ? [] :
            [
                new("sampling weights", model => model), new("no weights", model => model with { Sample = model.Sample with { Weights = [] } }),
            ]),
        ];
        return [.. all.Where(dimension => dimension.Choices.Count > 1)];
    }

    private static SpecificationDimension Exposure(string term, IReadOnlyDictionary<string, double[]> variants) => new("exposure",
    [
        new("as in the main analysis", model => model),
        .. variants.OrderBy(variant => variant.Key, StringComparer.Ordinal).Select(variant => new SpecificationChoice(variant.Key, model => model with
        {
            Term = Variant(term, variant.Key),
            Sample = model.Sample with
            {
                Variables = new Dictionary<string, double[]>(model.Sample.Variables) { [Variant(term, variant.Key)] = variant.Value },
            },
        })),
    ]);

    private static string Variant(string term, string label) => $"{term} ({label})";

    private static SpecificationDimension Controls(LearningSample sample)
    {
        const string Capacity = Constructs.AbsorptiveCapacity;
        bool hasCapacity = sample.Scores.Find(Capacity) is not null;
        string[] own = [.. sample.Controls.Where(control => control.Value.Any(value => !double.IsNaN(value))).Select(control => control.Key)];
        SpecificationChoice Hold(string label, params string[] names) => new(
            label, model => model with { Held = [.. model.Held, .. names.Where(name => name != model.Outcome && name != model.Term)] });
        List<SpecificationChoice> choices = [];
        if (hasCapacity && own.Length > 0)
        {
            choices.Add(Hold("all controls", [Capacity, .. own]));
        }

        if (hasCapacity)
        {
            choices.Add(Hold("absorptive capacity alone", Capacity));
        }

        if (own.Length > 0)
        {
            choices.Add(Hold("owner and firm alone", own));
        }

        return new SpecificationDimension("controls", [.. choices, Hold("no controls")]);
    }

    private static SpecificationDimension Estimators(LearningSample sample, string term)
    {
        SpecificationChoice Choice(string label, SpecificationEstimator estimator) => new(label, model => model with { Estimator = estimator });
        SpecificationChoice plain = Choice("least squares", SpecificationEstimator.LeastSquares);
        if (term == "clustered")
        {
            return new SpecificationDimension("estimator",
            [
                plain, Choice("nearest neighbour", SpecificationEstimator.NearestNeighbour), Choice("entropy balancing", SpecificationEstimator.EntropyBalancing),
                Choice("augmented weighting", SpecificationEstimator.AugmentedWeighting),
            ]);
        }

        LearningVariables variables = new(SpecificationJob.Needed(sample, [term]));
        int[] known = [.. Enumerable.Range(0, sample.Firms.Count).Where(row => !double.IsNaN(variables.Of(term)[row]))];
        bool within = sample.Places.Distinct().Count() > 1 && EstimatorPreparation.VariesWithinPlaces(variables, term, known);
        return new SpecificationDimension(
            "estimator", within ? [plain, Choice("effects of places", SpecificationEstimator.PlaceEffects)] : [plain]);
    }

    private static SpecificationDimension Errors(LearningSample sample)
    {
        SpecificationChoice Choice(string label, ErrorDependence errors, double cutoff = 10) => new(
            label, model => model with { Options = model.Options with { Errors = errors, CutoffKilometres = cutoff } });
        bool places = sample.Places.Distinct().Count() >= LearningEquations.LeastPlaces;
        return new SpecificationDimension("errors",
        [
            .. sample.Points.Count == 0 ? [] : Cutoffs.Select(cutoff => Choice(
                FormattableString.Invariant($"errors in space, {cutoff:0} km"), ErrorDependence.InSpace, cutoff)),
            .. places ? [Choice("errors within places", ErrorDependence.WithinPlaces)] : Array.Empty<SpecificationChoice>(),
            Choice("independent errors", ErrorDependence.Independent),
        ])
        {
            ChangesErrorsOnly = true,
        };
    }

    private static SpecificationDimension Firms(LearningSample sample, string term)
    {
        bool both = sample.Clustered.Distinct().Count() == 2;
        return new SpecificationDimension("firms", term == "clustered" ? [] :
        [
            new("all firms", model => model),
            .. both ? [new("clustered firms alone", model => Kept(model, [.. model.Sample.Clustered]))] : Array.Empty<SpecificationChoice>(),
            new("without extreme exposures", model => Kept(model, Ordinary(model))),
        ]);
    }

    private static SpecificationDimension MissingCovariatesOf(LearningSample sample, string term)
    {
        SpecificationChoice Choice(string label, MissingCovariates missing) => new(label, model => model with { MissingCovariates = missing });
        bool lacks = sample.Controls.Values.Append([.. sample.Firms.Select(firm => sample.Scores.Find(Constructs.AbsorptiveCapacity)?.Values[firm] ?? 0)])
            .Any(values => values.Any(double.IsNaN) && !values.All(double.IsNaN));
        return new SpecificationDimension("missing covariates", term != "clustered" || !lacks ? [] :
            [Choice("firms left out", MissingCovariates.Listwise), Choice("drawn", MissingCovariates.Imputed)]);
    }

    // By a variable that the other firms lack: units stay those of the whole sample.
    private static SpecificationModel Kept(SpecificationModel model, bool[] kept) => model with
    {
        Sample = model.Sample with
        {
            Variables = new Dictionary<string, double[]>(model.Sample.Variables)
            {
                [KeptFirms] = [.. kept.Select(isKept => isKept ? 1 : double.NaN)],
            },
        },
    };

    // Between the 5th and the 95th percentile of the exposure: trimming the outcome would bend its slopes.
    private static bool[] Ordinary(SpecificationModel model)
    {
        double[] exposure = new LearningVariables(SpecificationJob.Needed(model.Sample, [model.Term])).Of(model.Term);
        double[] sorted = [.. exposure.Where(value => !double.IsNaN(value)).Order()];
        (double low, double high) = (Quantiles.Type7(sorted, 0.05), Quantiles.Type7(sorted, 0.95));
        return [.. exposure.Select(value => value >= low && value <= high)];
    }

    private static LearningSample WithoutErrors(LearningSample sample) => sample with
    {
        Scores = new ScoreTable(sample.Scores.FirmIds, [.. sample.Scores.Scores.Select(score => score with { StandardErrors = [] })]),
    };
}
