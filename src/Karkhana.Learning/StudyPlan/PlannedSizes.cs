using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>The sizes of samples by formula.</summary>
internal static class PlannedSizes
{
    public static IEnumerable<PlannedQuestion> Of(StudyDesign design, IReadOnlyList<DesignFact> facts, StudyPlanOptions options)
    {
        double answered = design.ResponseRate * (1 - design.ItemNonResponse);
        double[] response = [Math.Max(answered, 1e-6)];
        DesignFact? outcome = facts.Count == 0 ? null : facts[0];
        double ofOutcome = Attenuation(outcome);
        double ofMediator = Attenuation(facts.Count > 1 ? facts[1] : null);
        foreach ((string basis, double perPlace, double correlation) in Bases(outcome))
        {
            SamplePlans clusters = new() { ClusterSize = [perPlace], IntraclusterCorrelation = [correlation], ResponseRate = response };
            foreach (double margin in options.Margins)
            {
                PlannedSize size = Size(SampleDesign.Proportion, options, clusters with { Margin = [margin], Population = [design.Population] });
                yield return Question("share", basis, margin, margin, size with { Invited = Math.Min(size.Invited, design.Population) });
            }

            foreach (double difference in options.Differences)
            {
                double observed = difference * ofOutcome;
                yield return Question(
                    "difference", basis, difference, observed, Size(SampleDesign.Difference, options, clusters with { Difference = [observed] }));
            }

            foreach (double path in options.Paths)
            {
                (double first, double second) = (path * ofMediator, path * ofMediator * ofOutcome);
                yield return Question(
                    "mediation", basis, path, second,
                    Size(SampleDesign.Mediation, options, clusters with { FirstPath = [first], SecondPath = [second] }));
            }
        }
    }

    // Scores that are nearly all error would ask for any number of firms; the sizes then speak of a reliability of 0.1.
    private static double Attenuation(DesignFact? fact) => fact is null ? 1 : Math.Sqrt(Math.Max(0.1, fact.Reliability));

    private static IEnumerable<(string Basis, double PerPlace, double Correlation)> Bases(DesignFact? fact)
    {
        yield return ("independent firms", 1, 0);
        if (fact is not null && !double.IsNaN(fact.Correlation))
        {
            yield return ($"{fact.Construct}, as estimated", fact.PerPlace, Math.Clamp(fact.Correlation, 0, 1));
            yield return ($"{fact.Construct}, upper limit", fact.PerPlace, Math.Clamp(fact.High, 0, 1));
        }
    }

    private static PlannedSize Size(SampleDesign design, StudyPlanOptions options, SamplePlans plans) => SampleSize.Estimate(
        plans, new SampleSizeOptions { Design = design, Level = options.Level, Power = options.Power }).Plans[0];

    private static PlannedQuestion Question(string question, string basis, double size, double observed, PlannedSize planned) => new(
        question, basis, size, observed, planned.DesignEffect, planned.Size, planned.Total, planned.Invited, planned.Power);
}
