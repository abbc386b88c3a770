using Karkhana.Capability;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Learning;

namespace Karkhana.Benchmarks.Learning;

internal static class ScreeningTrial
{
    public static void Run(int seeds)
    {
        foreach (SyntheticEffects effects in Enum.GetValues<SyntheticEffects>())
        {
            foreach (string variant in new[] { "one", "rest", "all", "pc3" })
            {
                double ee05 = 0, right = 0, wrong = 0, notPlanted = 0, signs = 0, planted = 0; int anyEe05 = 0;
                for (int s = 0; s < seeds; s++)
                {
                    SyntheticCluster cluster = new(SyntheticCluster.DefaultSeed + (ulong)s, effects);
                    FirmScores scores = FirmScores.Of(cluster.FirmIds, cluster.Survey, new ConstructScoreOptions { PlausibleValues = 1 }, new ExecutionOptions { Workers = 1 });
                    LearningSample sample = cluster.Scored(scores, MechanismScores.Estimate(cluster.FirmIds, cluster.Survey, cluster.Seed));
                    string[] advantages = [.. sample.Exposures.Exposures.Select(e => e.AdvantageId)];
                    double[][] z = [.. sample.Exposures.Exposures.Select(e => Standard.Scores(e.Values))];
                    Dictionary<string, double[]> variables = new(sample.Variables);
                    for (int a = 0; a < advantages.Length; a++)
                    {
                        int own = a;
                        variables["rest_" + advantages[a]] = [.. Enumerable.Range(0, z[0].Length).Select(f => Enumerable.Range(0, z.Length).Where(b => b != own).Average(b => z[b][f]))];
                        if (variant == "pc3")
                        {
                            var m = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(z[0].Length, z.Length - 1, (f, b) => z[b < own ? b : b + 1][f]);
                            var svd = m.Svd();
                            for (int k = 0; k < 5; k++) variables[$"pc{k}_{advantages[a]}"] = svd.U.Column(k).ToArray();
                        }
                    }
                    sample = sample with { Variables = variables };
                    int found05 = 0;
                    foreach (PlantedKind kind in new[] { PlantedKind.Effort, PlantedKind.Capability })
                    {
                        string outcome = kind == PlantedKind.Effort ? "effort" : "capability";
                        string[] held = [.. kind == PlantedKind.Capability ? new[] { "effort" } : [], "absorptive_capacity", .. sample.Controls.Keys, "clustered"];
                        LearningFit? Fit(params string[] terms) => LearningEquations.Estimate(sample, new LearningEquation(outcome, outcome, terms), new EquationOptions { Draws = 10 });
                        LearningFit? joint = variant == "all" ? Fit([.. advantages, .. held]) : null;
                        (double e, double p)[] found = [.. advantages.Select(a =>
                        {
                            LearningFit fit = joint ?? (variant == "one" ? Fit([a, .. held]) : variant == "rest" ? Fit([a, "rest_" + a, .. held]) : Fit([a, $"pc0_{a}", $"pc1_{a}", $"pc2_{a}", $"pc3_{a}", $"pc4_{a}", .. held]))!;
                            int at = fit.Coefficients.Find(a);
                            return at < 0 ? (0, 1) : (fit.Coefficients.Estimates[at], fit.Coefficients.PValues[at]);
                        })];
                        double[] q = MultipleTesting.BenjaminiHochberg([.. found.Select(f => f.p)]);
                        Dictionary<string, int> truth = cluster.Paths().Where(p => p.Kind == kind).ToDictionary(p => p.Term, p => p.Sign);
                        for (int a = 0; a < advantages.Length; a++)
                        {
                            bool t = truth.TryGetValue(advantages[a], out int sign);
                            if (t) { planted++; if (Math.Sign(found[a].e) == sign) signs++; }
                            if (q[a] > 0.05) continue;
                            if (advantages[a] == "EE05") found05++;
                            if (!t) notPlanted++; else if (Math.Sign(found[a].e) == sign) right++; else wrong++;
                        }
                    }
                    ee05 += found05; anyEe05 += found05 > 0 ? 1 : 0;
                }
                Console.WriteLine(FormattableString.Invariant($"{effects} {variant}: EE05 {ee05 / seeds:F2} per seed, seeds with {anyEe05}/{seeds}; reported right {right / seeds:F2} wrong {wrong / seeds:F2} not planted {notPlanted / seeds:F2}; signs {signs / planted:P0}"));
            }
        }
    }
}
