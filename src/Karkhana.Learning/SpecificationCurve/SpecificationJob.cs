using Karkhana.Core.Execution;

namespace Karkhana.Learning;

/// <summary>Estimates specifications by their number: the choices are its digits.</summary>
internal sealed class SpecificationJob(SpecificationModel main, IReadOnlyList<SpecificationDimension> dimensions, int count)
    : IReplicateJob<ReplicateRows>
{
    private const int Width = 5;

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

    public static Specification Read(ReadOnlySpan<double> row, SpecificationChoice[] choices) => new(
        [.. choices.Select(choice => choice.Label)], row[0], row[1], row[2], row[3], (int)row[4]);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * Width];
        Dictionary<string, (SpecificationModel Model, EquationDraws? Draws)> fitted = new(StringComparer.Ordinal);
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Estimate(ChoicesOf(dimensions, range.First + i), values.AsSpan(i * Width, Width), fitted, cancellationToken);
        }

        return new ReplicateRows(Width, values);
    }

    private void Estimate(
        SpecificationChoice[] choices, Span<double> row, Dictionary<string, (SpecificationModel Model, EquationDraws? Draws)> fitted, CancellationToken cancellationToken)
    {
        string key = string.Join('\n', choices.Where((_, i) => !dimensions[i].ChangesErrorsOnly).Select(choice => choice.Label));
        if (!fitted.TryGetValue(key, out (SpecificationModel Model, EquationDraws? Draws) fit))
        {
            SpecificationModel chosen = choices.Aggregate(main, (current, choice) => choice.Apply(current));
            fit = EstimatorPreparation.Of(chosen, cancellationToken) is { } model
                ? (model, EquationDraws.Of(model.Variables, model.Equation, model.Options, cancellationToken))
                : (chosen, null);
            fitted.Add(key, fit);
        }

        EquationOptions options = choices.Where((_, i) => dimensions[i].ChangesErrorsOnly).Aggregate(fit.Model, (current, choice) => choice.Apply(current)).Options;
        row.Fill(double.NaN);
        row[4] = 0;
        if (fit.Draws?.With(options) is { } found && found.Coefficients.Find(fit.Model.Term) is >= 0 and int place)
        {
            row[0] = found.Coefficients.Estimates[place];
            row[1] = found.Coefficients.ConfidenceLow[place];
            row[2] = found.Coefficients.ConfidenceHigh[place];
            row[3] = found.Coefficients.PValues[place];
            row[4] = found.Firms.Count;
        }
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
