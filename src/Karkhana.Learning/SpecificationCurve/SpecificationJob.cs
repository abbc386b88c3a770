using Karkhana.Core.Execution;

namespace Karkhana.Learning;

/// <summary>Estimates specifications by their number: the choices are its digits.</summary>
internal sealed class SpecificationJob(SpecificationModel main, IReadOnlyList<SpecificationDimension> dimensions, int count)
    : IReplicateJob<ReplicateRows>
{
    private const int Width = 5;

    private static readonly ExecutionOptions OnOneThread = new() { Workers = 1 };

    public string Stage => "specification curve";

    public int Replicates => count;

    public int BlockSize => 8;

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
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Estimate(ChoicesOf(dimensions, range.First + i), values.AsSpan(i * Width, Width), cancellationToken);
        }

        return new ReplicateRows(Width, values);
    }

    private void Estimate(SpecificationChoice[] choices, Span<double> row, CancellationToken cancellationToken)
    {
        SpecificationModel model = choices.Aggregate(main, (current, choice) => choice.Apply(current));
        LearningEquation equation = new("specification", model.Outcome, [model.Term, .. model.Held.Distinct()])
        {
            AlsoKnown = model.Sample.Variables.ContainsKey(SpecificationDimensions.KeptFirms) ? [SpecificationDimensions.KeptFirms] : [],
        };
        LearningFit? fit = LearningEquations.Estimate(new LearningVariables(Needed(model.Sample, equation)), equation, model.Options, OnOneThread, cancellationToken);
        row.Fill(double.NaN);
        row[4] = 0;
        if (fit is not null && fit.Coefficients.Find(model.Term) is >= 0 and int place)
        {
            row[0] = fit.Coefficients.Estimates[place];
            row[1] = fit.Coefficients.ConfidenceLow[place];
            row[2] = fit.Coefficients.ConfidenceHigh[place];
            row[3] = fit.Coefficients.PValues[place];
            row[4] = fit.Firms.Count;
        }
    }

    // Standardising what an equation does not name would cost more than the equation.
    private static LearningSample Needed(LearningSample sample, LearningEquation equation)
    {
        HashSet<string> names = [equation.Outcome, .. equation.Variables, .. equation.AlsoKnown];
        return sample with
        {
            Exposures = sample.Exposures with { Exposures = [.. sample.Exposures.Exposures.Where(exposure => names.Contains(exposure.AdvantageId))] },
            Scores = sample.Scores with { Scores = [.. sample.Scores.Scores.Where(score => names.Contains(score.Construct))] },
            Controls = sample.Controls.Where(pair => names.Contains(pair.Key)).ToDictionary(),
            Variables = sample.Variables.Where(pair => names.Contains(pair.Key)).ToDictionary(),
        };
    }
}
