using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Learning;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>The equations of learning with scores measured with error (T20 of framework 5.9): SYNTHETIC effort and capability from M1 and M2 with known slopes.</summary>
internal static class LearningDesigns
{
    private const double Exposure = 0.4; // effort on EE01
    private const double Effort = 0.5; // capability on effort
    private const double Direct = 0.2; // capability on EE01

    public static IEnumerable<CoverageDesign> All() =>
    [
        new("learning equations (T20)", "M1, effort with error, 160 firms", 1000, stream => Equation(stream, "effort", ErrorDependence.Independent)),
        new("learning equations (T20)", "M2, effort and capability with error, 160 firms", 1000, stream => Equation(stream, "capability", ErrorDependence.Independent)),
        new("learning equations (T20)", "M2, the same, 20 places of 8, errors within places", 1000, stream => Equation(stream, "capability", ErrorDependence.WithinPlaces)),
        new("learning equations (T20)", "M2, the same, errors in space", 1000, stream => Equation(stream, "capability", ErrorDependence.InSpace)),
        new("learning equations (T20)", "channel account, path through effort, 160 firms", 1000, Account),
        InPlaces("slope within places"),
        InPlaces("slope between places"),
        InPlaces("contextual effect"),
    ];

    private static CoverageTrial Equation(RandomStream stream, string outcome, ErrorDependence errors)
    {
        (LearningSample sample, Func<string, double> unit) = Sample(stream, errors != ErrorDependence.Independent);
        (string term, double truth) = outcome == "effort" ? ("EE01", Exposure) : ("effort", Effort);
        string[] terms = outcome == "effort" ? ["EE01", "EE02"] : ["effort", "EE01", "EE02"];
        LearningFit fit = LearningEquations.Estimate(
            sample, new LearningEquation(outcome, outcome, terms),
            new EquationOptions { Draws = 20, Errors = errors })!;
        return CoverageTrial.Of(fit.Coefficients, term, truth * unit(term) / unit(outcome), "EE02");
    }

    private static CoverageDesign InPlaces(string part) => new(
        "learning equations (T20)", $"firms in places, 14 places of 12, effort and capability with error, {part}", 1000, stream =>
        {
            (LearningSample sample, Func<string, double> unit) = Sample(stream, places: true, Simulated.Groups(14, 12));
            MultilevelModelResult result = MultilevelModel.Estimate(
                sample, new MultilevelEquation("capability", "capability", ["effort", "EE01", "EE02"]), new EquationOptions { Draws = 20 })!;
            double slope = Effort * unit("effort") / unit("capability");
            return part switch
            {
                "slope within places" => CoverageTrial.Of(result.Coefficients, "effort_within", slope, "EE02_within"),
                "slope between places" => CoverageTrial.Of(result.Coefficients, "effort_between", slope, "EE02_between"),
                _ => CoverageTrial.Of(result.Coefficients, "effort_contextual", 0, "EE02_contextual"),
            };
        })
    {
        Careful = part == "slope between places" ? "draws of scores in few places; 94 % where scores are known without error" : "",
    };

    private static CoverageTrial Account(RandomStream stream)
    {
        (LearningSample sample, Func<string, double> unit) = Sample(stream, places: false);
        ChannelAccountResult account = ChannelAccount.Estimate(sample, ChannelMatrix.Default(), new ChannelAccountOptions
        {
            Equations = new EquationOptions { Draws = 10, Errors = ErrorDependence.Independent },
            PathDraws = 1000,
        });
        (PathInterval acting, PathInterval idle) = (account.Advantages[0].ThroughEffort, account.Advantages[1].ThroughEffort);
        return CoverageTrial.Of((acting.Low, acting.High), Exposure * Effort * unit("EE01") / unit("capability"), (idle.Low, idle.High));
    }

    // Scores of reliability about 0.75; the sample's unit is the deviation of what was observed.
    private static (LearningSample Sample, Func<string, double> Unit) Sample(RandomStream stream, bool places, int[]? groups = null)
    {
        groups ??= Simulated.Groups(20, 8);
        double share = places ? 0.2 : 0;
        Simulated data = Simulated.Grouped(groups, share, stream);
        (double[] effortError, double[] capabilityError) = (Simulated.WithGroups(groups, share, stream), Simulated.WithGroups(groups, share, stream));
        double[] effort = [.. data.First.Select((value, firm) => (Exposure * value) + effortError[firm])];
        double[] capability = [.. effort.Select((value, firm) => (Effort * value) + (Direct * data.First[firm]) + capabilityError[firm])];
        Score Measured(string name, double[] truth)
        {
            double error = Math.Sqrt(Sums.Variance(truth) / 3);
            return new Score(name, [.. truth.Select(value => value + (error * stream.NextGaussian()))], [.. truth.Select(_ => error)], "SYNTHETIC", []);
        }

        Score[] scores = [Measured("effort", effort), Measured("capability", capability)];
        string[] ids = [.. groups.Select((_, firm) => FormattableString.Invariant($"SYNTHETIC-{firm}"))];
        Dictionary<string, double> units = scores.ToDictionary(score => score.Construct, score => Deviation([.. score.Values]));
        units["EE01"] = Deviation(data.First);
        double[] unknown = [.. ids.Select(_ => double.NaN)];
        LearningSample sample = new(
            [.. Enumerable.Range(0, ids.Length)],
            [.. ids.Select(_ => true)],
            [.. groups.Select(group => FormattableString.Invariant($"place {group}"))],
            new ExposureTable(ids, [new Exposure("EE01", data.First, unknown, "SYNTHETIC"), new Exposure("EE02", data.Second, unknown, "SYNTHETIC")]),
            new ScoreTable(ids, scores),
            new Dictionary<string, double[]>())
        {
            Seed = stream.NextUInt32(),
            Points = [.. groups.Select((group, firm) => ((30_000.0 * (group % 5)) + (300 * (firm % 8)), 30_000.0 * (group / 5)))],
        };
        return (sample, name => units[name]);
    }

    private static double Deviation(double[] values) => Math.Sqrt(Sums.Variance(values));
}
