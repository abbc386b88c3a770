using Karkhana.Core.Kernels;
using Karkhana.Learning;

namespace Karkhana.Benchmarks.Learning;

/// <summary>Counts, by kind, the planted cells of a SYNTHETIC cluster whose sign an estimate has.</summary>
internal sealed class SignCount(IReadOnlyList<PlantedCell> cells, EquationOptions equations, CancellationToken cancellationToken)
{
    private const string Others = "others_than_";

    public double[] Planted() => Count(_ => true);

    /// <summary>The cells that somebody who says + of every one without looking at data would have right.</summary>
    public double[] AllPositive() => Count(cell => cell.Sign > 0);

    /// <summary>Each advantage in an equation of its own, with or without the mean of the others.</summary>
    public double[] OneAtATime(LearningSample sample, bool othersHeld)
    {
        LearningSample with = othersHeld ? sample with { Variables = WithOthers(sample) } : sample;
        return Count(cell => HasSign(Fit(with, cell, othersHeld ? [cell.Term, Others + cell.Term] : [cell.Term]), cell));
    }

    /// <summary>All advantages in one equation per outcome, as framework 3.5 writes it.</summary>
    public double[] Together(LearningSample sample)
    {
        (PlantedCell Cell, double Slope)[] slopes = [.. SlopesTogether(sample)];
        return [.. Enum.GetValues<PlantedKind>().Select(kind => (double)slopes.Count(found => found.Cell.Kind == kind && found.Slope > 0))];
    }

    /// <summary>The slopes of the same equations times the planted sign, in the order of the cells.</summary>
    public IEnumerable<(PlantedCell Cell, double Slope)> SlopesTogether(LearningSample sample)
    {
        string[] advantages = [.. sample.Exposures.Exposures.Select(exposure => exposure.AdvantageId)];
        Dictionary<(PlantedKind, string), LearningFit?> fits = [];
        foreach (PlantedCell cell in cells)
        {
            if (!fits.TryGetValue((cell.Kind, cell.Outcome), out LearningFit? fit))
            {
                fit = Fit(sample, cell, advantages);
                fits.Add((cell.Kind, cell.Outcome), fit);
            }

            yield return (cell, fit is not null && fit.Coefficients.Find(cell.Term) is >= 0 and int place
                ? cell.Sign * fit.Coefficients.Estimates[place]
                : double.NaN);
        }
    }

    private static Dictionary<string, double[]> WithOthers(LearningSample sample)
    {
        Dictionary<string, double[]> variables = new(sample.Variables);
        double[][] exposures = [.. sample.Exposures.Exposures.Select(exposure => Standard.Scores(exposure.Values))];
        for (int a = 0; a < exposures.Length; a++)
        {
            double[][] others = [.. exposures.Where((_, b) => b != a)];
            variables[Others + sample.Exposures.Exposures[a].AdvantageId] =
                [.. Enumerable.Range(0, sample.Firms.Count).Select(firm => others.Average(values => values[firm]))];
        }

        return variables;
    }

    private double[] Count(Func<PlantedCell, bool> counts) =>
        [.. Enum.GetValues<PlantedKind>().Select(kind => (double)cells.Count(cell => cell.Kind == kind && counts(cell)))];

    private LearningFit? Fit(LearningSample sample, PlantedCell cell, string[] terms)
    {
        string[] held =
        [
            .. cell.Outcome switch
            {
                "capability" => new[] { "effort", "absorptive_capacity" },
                "performance" => ["capability"],
                _ => ["absorptive_capacity"],
            },
            .. sample.Controls.Keys,
            "clustered",
        ];
        return LearningEquations.Estimate(
            sample, new LearningEquation(cell.Outcome, cell.Outcome, [.. terms, .. held.Except(terms)]), equations, cancellationToken: cancellationToken);
    }

    private static bool HasSign(LearningFit? fit, PlantedCell cell) =>
        fit is not null && fit.Coefficients.Find(cell.Term) is >= 0 and int place && Math.Sign(fit.Coefficients.Estimates[place]) == cell.Sign;
}
