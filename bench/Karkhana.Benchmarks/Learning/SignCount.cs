using Karkhana.Core.Kernels;
using Karkhana.Learning;

namespace Karkhana.Benchmarks.Learning;

/// <summary>Counts, by kind, the planted slopes of a SYNTHETIC cluster whose sign an estimate has.</summary>
internal sealed class SignCount(IReadOnlyList<PlantedPath> paths, EquationOptions equations, CancellationToken cancellationToken)
{
    private const string Others = "others_than_";

    private static readonly double LowestExposure = -Math.Sqrt(3); // of a uniform variable, standardised

    public double[] Planted() => Count(_ => true);

    /// <summary>Each advantage in an equation of its own, with or without the mean of the others.</summary>
    public double[] OneAtATime(LearningSample sample, bool othersHeld)
    {
        LearningSample with = othersHeld ? sample with { Variables = WithOthers(sample) } : sample;
        return Count(path => HasSign(Fit(with, path, othersHeld && path.Kind != PlantedKind.Core ? [path.Term, Others + path.Term] : [TermOf(path)]), path));
    }

    /// <summary>All advantages in one equation per outcome, as framework 3.5 writes it.</summary>
    public double[] Together(LearningSample sample)
    {
        string[] advantages = [.. sample.Exposures.Exposures.Select(exposure => exposure.AdvantageId)];
        Dictionary<(PlantedKind, string), LearningFit?> fits = [];
        return Count(path =>
        {
            if (path.Kind == PlantedKind.Core)
            {
                return HasSign(Fit(sample, path, [TermOf(path)]), path);
            }

            if (!fits.TryGetValue((path.Kind, path.Outcome), out LearningFit? fit))
            {
                fit = Fit(sample, path, advantages);
                fits.Add((path.Kind, path.Outcome), fit);
            }

            return HasSign(fit, path);
        });
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

    private double[] Count(Func<PlantedPath, bool> counts) =>
        [.. Enum.GetValues<PlantedKind>().Select(kind => (double)paths.Count(path => path.Kind == kind && counts(path)))];

    // The bend of rivalry is in one equation with its slope.
    private static string TermOf(PlantedPath path) => path.Term.Split(':')[0];

    private LearningFit? Fit(LearningSample sample, PlantedPath path, string[] terms)
    {
        string[] held =
        [
            .. path.Kind == PlantedKind.Core && terms[0] == SyntheticPlan.Rivalry ? new[] { $"{SyntheticPlan.Rivalry}:{SyntheticPlan.Rivalry}" } : [],
            .. path.Outcome switch
            {
                "capability" => new[] { "effort", "absorptive_capacity" },
                "performance" => ["capability"],
                "absorptive_capacity" => [],
                _ => ["absorptive_capacity"],
            },
            .. sample.Controls.Keys,
            .. terms[0] == HypothesisVariables.Gatekeeper ? Array.Empty<string>() : ["clustered"],
        ];
        return LearningEquations.Estimate(
            sample, new LearningEquation(path.Outcome, path.Outcome, [.. terms, .. held.Except(terms)]), equations, cancellationToken: cancellationToken);
    }

    private static bool HasSign(LearningFit? fit, PlantedPath path)
    {
        if (fit is null || fit.Coefficients.Find(path.Term) is not (>= 0 and int place))
        {
            return false;
        }

        double slope = fit.Coefficients.Estimates[place];
        if (path.Kind == PlantedKind.Core && path.Term == SyntheticPlan.Rivalry)
        {
            slope += 2 * LowestExposure * fit.Coefficients.Estimates[fit.Coefficients.Find($"{path.Term}:{path.Term}")]; // where rivalry is least
        }

        return Math.Sign(slope) == path.Sign;
    }
}
