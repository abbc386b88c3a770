using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Concentration;

namespace Karkhana.Agglomeration;

/// <summary>How alike the places of industries are, by three measures brought to one scale.</summary>
/// <param name="Values">The mean of the standardised measures, row after row, with NaN on the diagonal; empty when
/// nothing varies.</param>
/// <param name="Notes">Measures and pairs without a value.</param>
internal sealed record IndustrySimilarity(double[] Values, IReadOnlyList<Note> Notes)
{
    /// <summary>Compares the industries kept, over the places of all.</summary>
    public static IndustrySimilarity Of(
        PlantTable plants, string[] kept, RelatedIndustriesOptions options, CancellationToken cancellationToken)
    {
        ActivityTable activity = ActivityTable.Of(
            plants.Regions, plants.Industries, plants.Employment);
        IndustryPairResult gamma = Coagglomeration.Estimate(plants, null, null, cancellationToken);
        IndustryPairResult related = Relatedness.Estimate(
            activity, new RelatednessOptions { Method = options.Relatedness }, null, cancellationToken);
        int[] positions = [.. kept.Select(code => IndexOf(activity.Industries, code))];
        double[] profiles = Profiles(activity, options.Profile, cancellationToken);
        return Mean(
            [
                ("correlation over places", Correlations(profiles, activity.Industries.Count, positions, cancellationToken)),
                ("coagglomeration", Pairs(kept.Length, (i, j) => gamma[positions[i], positions[j]])),
                ("relatedness", Pairs(kept.Length, (i, j) => related[positions[i], positions[j]])),
            ],
            kept.Length);
    }

    private static int IndexOf(IReadOnlyList<string> codes, string code)
    {
        int at = 0;
        while (codes[at] != code)
        {
            at++;
        }

        return at;
    }

    // Region after region.
    private static double[] Profiles(
        ActivityTable activity, CoLocationProfile profile, CancellationToken cancellationToken) =>
        profile == CoLocationProfile.LocationQuotient
            ? [.. LocationQuotient.Estimate(activity, null, null, cancellationToken).Values]
            : [.. activity.Values.Select(value => Math.Log(1 + value))];

    // Pearson's correlation of all pairs of industries; NaN where a profile does not vary.
    private static double[] Correlations(
        double[] profiles, int industries, int[] positions, CancellationToken cancellationToken)
    {
        int regions = profiles.Length / industries;
        double[][] scores = [.. positions.Select(position => Standard.Scores(
            [.. Enumerable.Range(0, regions).Select(region => profiles[(region * industries) + position])]))];
        return Pairs(positions.Length, (i, j) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Sums.Dot(scores[i], scores[j]) / (regions - 1);
        });
    }

    private static double[] Pairs(int width, Func<int, int, double> value)
    {
        double[] pairs = new double[width * (width - 1) / 2];
        int at = 0;
        for (int i = 0; i < width; i++)
        {
            for (int j = i + 1; j < width; j++)
            {
                pairs[at++] = value(i, j);
            }
        }

        return pairs;
    }

    private static IndustrySimilarity Mean((string Name, double[] Pairs)[] measures, int width)
    {
        double[][] scores = [.. measures.Select(measure => Standard.Scores(measure.Pairs))];
        string[] silent = [.. measures.Where((_, m) => scores[m].All(double.IsNaN)).Select(measure => measure.Name)];
        if (silent.Length == measures.Length)
        {
            return new IndustrySimilarity([], [new Note(
                "no-variation", Severity.Warning,
                "All pairs of industries are alike in every measure, as in a single place: nothing tells groups apart.")]);
        }

        double[] values = new double[width * width];
        int at = 0;
        int unknown = 0;
        for (int i = 0; i < width; i++)
        {
            values[(i * width) + i] = double.NaN;
            for (int j = i + 1; j < width; j++, at++)
            {
                double mean = Known(scores, at);
                unknown += double.IsNaN(mean) ? 1 : 0;
                values[(i * width) + j] = values[(j * width) + i] = double.IsNaN(mean) ? 0 : mean;
            }
        }

        return new IndustrySimilarity(values, NotesOf(silent, unknown, at));
    }

    private static double Known(double[][] scores, int pair)
    {
        double sum = 0;
        int count = 0;
        foreach (double[] measure in scores)
        {
            sum += double.IsNaN(measure[pair]) ? 0 : measure[pair];
            count += double.IsNaN(measure[pair]) ? 0 : 1;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    private static Note[] NotesOf(string[] silent, int unknown, int pairs) =>
    [
        .. silent.Length == 0 ? Array.Empty<Note>() : [new Note(
            "measure-left-out", Severity.Warning,
            $"Does not vary over the pairs and was left out of the similarity: {string.Join(", ", silent)}.")],
        .. unknown == 0 ? Array.Empty<Note>() : [new Note(
            "pairs-without-value", Severity.Warning,
            FormattableString.Invariant($"{unknown} of {pairs} pairs have no value in any measure and count as average."))],
    ];
}
