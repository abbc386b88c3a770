using Karkhana.Core.Execution;

namespace Karkhana.Learning;

/// <summary>Estimates specifications by their number: the choices are its digits.</summary>
internal sealed class SpecificationJob(SpecificationModel main, IReadOnlyList<SpecificationDimension> dimensions, int count)
    : IReplicateJob<ReplicateRows>
{
    private const int Width = 7;

    // In the place of a reason: there is an estimate, or the specification differs from another only in what its estimator does not take.
    private const int Estimated = -1;
    private const int Repeats = -2;

    public string Stage => "specification curve";

    public int Replicates => count;

    // Whole turns of the dimension of errors and all that are quicker, so that the specifications which share a fit are in one block.
    public int BlockSize => Math.Max(8, dimensions.SkipWhile(dimension => !dimension.ChangesErrorsOnly).Aggregate(1, (product, dimension) => product * dimension.Choices.Count));

    public static SpecificationChoice[] ChoicesOf(IReadOnlyList<SpecificationDimension> dimensions, int number)
    {
        SpecificationChoice[] choices = new SpecificationChoice[dimensions.Count];
        for (int dimension = dimensions.Count - 1; dimension >= 0; dimension--)
        {
            int size = dimensions[dimension].Choices.Count;
            choices[dimension] = dimensions[dimension].Choices[number % size];
            number /= size;
        }

        return choices;
    }

    /// <summary>Gives a specification; null for one that repeats another.</summary>
    public Specification? Read(ReadOnlySpan<double> row, int number)
    {
        SpecificationChoice[] choices = ChoicesOf(dimensions, number);
        bool hasOwnErrors = row[6] == 1;
        return row[5] == Repeats ? null : new Specification(
            [.. choices.Select((choice, i) => hasOwnErrors && dimensions[i].ChangesErrorsOnly ? Specification.OfTheEstimator : choice.Label)],
            row[0], row[1], row[2], row[3], (int)row[4])
        {
            Refusal = row[5] == Estimated ? null : (EstimateRefusal)(int)row[5],
        };
    }

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * Width];
        Dictionary<string, SpecificationFit> fitted = new(StringComparer.Ordinal);
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Estimate(ChoicesOf(dimensions, range.First + i), values.AsSpan(i * Width, Width), fitted, cancellationToken);
        }

        return new ReplicateRows(Width, values);
    }

    private void Estimate(SpecificationChoice[] choices, Span<double> row, Dictionary<string, SpecificationFit> fitted, CancellationToken cancellationToken)
    {
        string[] labels = [.. choices.Select(choice => choice.Label)];
        string key = string.Join('\n', labels.Where((_, i) => !dimensions[i].ChangesErrorsOnly));
        if (!fitted.TryGetValue(key, out SpecificationFit? fit))
        {
            fit = SpecificationFit.Of(choices.Aggregate(main, (current, choice) => choice.Apply(current)), cancellationToken);
            fitted.Add(key, fit);
        }

        bool repeats = fit.HasOwnErrors && choices.Where((choice, i) => dimensions[i].ChangesErrorsOnly && choice != dimensions[i].Choices[0]).Any();
        Specification found = fit.With(labels, choices.Where((_, i) => dimensions[i].ChangesErrorsOnly));
        (row[0], row[1], row[2], row[3], row[4]) = (found.Estimate, found.Low, found.High, found.PValue, found.Firms);
        row[5] = repeats ? Repeats : found.Refusal is { } refusal ? (int)refusal : Estimated;
        row[6] = fit.HasOwnErrors ? 1 : 0;
    }

    // Standardising what an equation does not name would cost more than the equation.
    internal static LearningSample Needed(LearningSample sample, HashSet<string> names) => sample with
    {
        Exposures = sample.Exposures with { Exposures = [.. sample.Exposures.Exposures.Where(exposure => names.Contains(exposure.AdvantageId))] },
        Scores = sample.Scores with { Scores = [.. sample.Scores.Scores.Where(score => names.Contains(score.Construct))] },
        Controls = sample.Controls.Where(pair => names.Contains(pair.Key)).ToDictionary(),
        Variables = sample.Variables.Where(pair => names.Contains(pair.Key)).ToDictionary(),
    };
}
