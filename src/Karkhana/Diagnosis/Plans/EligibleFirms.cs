using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Policy;
using Karkhana.Scenarios;
using Karkhana.Simulation;

namespace Karkhana.Diagnosis.Plans;

/// <summary>Counts the clustered firms that meet the conditions of policies, by the facts that the model begins with.</summary>
/// <remarks>Statistics such as the median run over all firms of the industry, as in the model. What only a run gives, cash and incentive, is
/// not known here, and a condition on it is met by nobody.</remarks>
internal static class EligibleFirms
{
    private const double QuartersPerYear = 4;

    /// <summary>Counts.</summary>
    /// <returns>The firms by the id of the policy; null when the study has too few scores for the facts to be known.</returns>
    public static IReadOnlyDictionary<string, int>? Of(Findings findings, PolicyFile policies)
    {
        if (StudyPopulation.Of(findings)?.Population is not { } population)
        {
            return null;
        }

        double[] Facts(string name) => Of(population, name);
        return policies.Policies.ToDictionary(
            policy => policy.Intervention.Id,
            policy => policy.Intervention.Eligibility.Evaluate(Facts).Zip(population.Firms).Count(pair => pair.First && pair.Second.Clustered));
    }

    private static double[] Of(ClusterPopulation population, string name)
    {
        Func<ClusterFirm, double> fact = name switch
        {
            FirmFacts.Size => firm => firm.Workers,
            FirmFacts.AbsorptiveCapacity => firm => firm.AbsorptiveCapacity,
            FirmFacts.Capability => firm => Sums.Mean([.. firm.Capability]),
            FirmFacts.Distance => FromCentre(population),
            FirmFacts.AssociationMember => firm => firm.AssociationMember ? 1 : 0,
            FirmFacts.Age => firm => firm.Age / QuartersPerYear,
            FirmFacts.Clustered => firm => firm.Clustered ? 1 : 0,
            FirmFacts.Education => firm => firm.Education,
            FirmFacts.Ties => WithTies(population),
            _ => _ => double.NaN,
        };
        return [.. population.Firms.Select(fact)];
    }

    private static Func<ClusterFirm, double> WithTies(ClusterPopulation population)
    {
        Dictionary<int, int> ties = population.Ties.Where(tie => tie.From != tie.To).SelectMany(tie => new[] { tie.From, tie.To })
            .CountBy(position => position).ToDictionary();
        Dictionary<int, int> positions = population.Firms.Select((firm, position) => (firm, position))
            .ToDictionary(pair => pair.firm.Agent, pair => pair.position);
        return firm => ties.GetValueOrDefault(positions[firm.Agent]);
    }

    private static Func<ClusterFirm, double> FromCentre(ClusterPopulation population)
    {
        Dictionary<int, (double X, double Y)> centres = population.Firms.GroupBy(firm => firm.Place).ToDictionary(
            place => place.Key, place => (Sums.Mean([.. place.Select(firm => firm.X)]), Sums.Mean([.. place.Select(firm => firm.Y)])));
        return firm => Math.Sqrt(Math.Pow(firm.X - centres[firm.Place].X, 2) + Math.Pow(firm.Y - centres[firm.Place].Y, 2));
    }
}
