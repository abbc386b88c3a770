using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Learning;

/// <summary>What a reader must know of an equation about firms in places.</summary>
internal static class MultilevelNotes
{
    private const double ReliableMeans = 0.7;

    /// <summary>What the number of places allows.</summary>
    public static IEnumerable<Note> Rule(MultilevelEquation equation, MultilevelEstimator estimator, PlaceGroups places, MultilevelLayout used)
    {
        yield return estimator switch
        {
            MultilevelEstimator.MixedModel => new Note("number-of-places", Severity.Information, FormattableString.Invariant(
                $"{places.Count} places: mixed model, Satterthwaite's degrees of freedom.")),
            MultilevelEstimator.SmallSampleMixedModel => new Note("number-of-places", Severity.Information, FormattableString.Invariant(
                $"{places.Count} places, fewer than {FewPlaces.Enough}: mixed model with the errors and degrees of freedom of Kenward and Roger.")),
            _ => new Note("number-of-places", Severity.Warning, FormattableString.Invariant(
                $"{places.Count} places are too few to tell what lies between them: effects of places are taken out, slopes hold among firms of one place, and the means of the places are a description. We cannot tell contextual effects.")),
        };
        if (estimator == MultilevelEstimator.PlaceEffects && (equation.Products.Count > 0 || equation.Slope is not null))
        {
            yield return new Note("between-places-left-out", Severity.Warning,
                "Products with means of places and slopes that differ between places were left out: the places are too few.");
        }
        else if (used.Products.Count < equation.Products.Count || (equation.Slope is not null && used.Slope is null))
        {
            yield return new Note("no-variation", Severity.Warning,
                "A product or a slope that differs was left out: its term does not vary among the firms of any place, or its mean is the same in all places.");
        }
    }

    /// <summary>Which means of places rest on too few firms; what is observed of a mean is then partly chance.</summary>
    public static IEnumerable<Note> Means(MultilevelLayout used, Dictionary<string, double[]>[] draws, PlaceGroups places)
    {
        string[] unsure = [.. used.Between.Where(term => used.Within.Contains(term) && Sums.Mean(
            [.. draws.Select(draw => Reliability(MultilevelModel.Likeness(draw[term], places)))]) < ReliableMeans)];
        if (unsure.Length > 0)
        {
            yield return new Note("means-of-few-firms", Severity.Warning, FormattableString.Invariant(
                $"The means of places of {string.Join(", ", unsure)} are known with a reliability below {ReliableMeans}. Where the firms asked are a sample of their place, slopes between places lean towards those within, and contextual effects towards 0."));
        }
    }

    /// <summary>That sampling weights were not used.</summary>
    public static IEnumerable<Note> Weights(LearningSample sample) => sample.Weights.Count == 0
        ? []
        : [new Note("weights-not-used", Severity.Information, "Sampling weights do not enter a model of firms in places.")];

    // Spearman and Brown: n₀ρ / (1 + (n₀ − 1)ρ), which is 1 − 1/F.
    private static double Reliability(IntraclusterCorrelationResult likeness) => likeness.Statistic > 1 ? 1 - (1 / likeness.Statistic) : 0;
}
