using System.Numerics;
using Karkhana.Core.Errors;
using Karkhana.Diagnosis;
using Karkhana.Diagnosis.Sections;
using Karkhana.Policy;

namespace Karkhana.Scenarios;

/// <summary>What a scenario study computes beside the policies.</summary>
public sealed record PolicyStudyOptions
{
    private const int LeastFactReplicates = 10;

    /// <summary>Gets how policies are simulated.</summary>
    public PolicySimulationOptions Policies { get; init; } = new();

    /// <summary>Gets the replicates in which stylised facts are looked for.</summary>
    /// <value>0, not at all, or from 10 to 1,000,000; 20 unless set.</value>
    public int FactReplicates { get; init => field = value == 0 ? 0 : Require.Between(value, LeastFactReplicates, 1_000_000); } = 20;

    /// <summary>Gets the replicates of the world scenarios.</summary>
    /// <value>0, not at all, or from 2 to 100,000; 60 unless set.</value>
    public int WorldReplicates { get; init => field = value == 0 ? 0 : Require.Between(value, 2, 100_000); } = 60;

    /// <summary>Gets the base points of the variance-based sensitivity of the first lever: it runs the model for each base point with as many sets of parameters
    /// as there are parameters, and two more.</summary>
    /// <value>0, not at all, or a power of 2 from 8 to 65,536; 0 unless set.</value>
    public int SensitivityPoints
    {
        get;
        init
        {
            Require.That(value == 0 || (value is >= 8 and <= 65_536 && BitOperations.IsPow2(value)), nameof(SensitivityPoints), FormattableString.Invariant(
                $"must be 0 or a power of 2 from 8 to 65,536; it was {value}"));
            field = value;
        }
    }

    /// <summary>Gets a value indicating whether this is the part that goes with a diagnosis: few levers, nothing beside them.</summary>
    /// <value>False unless set.</value>
    public bool IsBrief { get; init; }

    /// <summary>Gives what goes with a diagnosis: the levers that the rules put first, nothing beside them.</summary>
    /// <param name="findings">What the diagnosis found.</param>
    /// <param name="levers">The most levers, from 1.</param>
    /// <returns>The options; null when the study does not carry a ranking of levers.</returns>
    public static PolicyStudyOptions? Brief(Findings findings, int levers)
    {
        ArgumentNullException.ThrowIfNull(findings);
        Require.Between(levers, 1, 1000, nameof(levers));
        if (findings.Advice is null || !LeverSection.IsAllowed(findings))
        {
            return null;
        }

        PolicyFile shipped = PolicyFile.Default();
        PlannedPolicy[] first =
        [
            .. findings.Advice.Levers.Where(item => item.Vetoed == VetoRule.None && !item.Lever.IsBaseline)
                .Select(item => shipped.Policies.FirstOrDefault(policy => policy.Lever.Id == item.Lever.Id)).OfType<PlannedPolicy>().Take(levers),
        ];
        PlannedPolicy[] nothing = [.. shipped.Policies.Where(policy => policy.Intervention.IsBaseline)];
        return first.Length == 0 ? null : new PolicyStudyOptions
        {
            Policies = new PolicySimulationOptions { Policies = shipped with { Policies = [.. first, .. nothing] } },
            FactReplicates = 0,
            WorldReplicates = 0,
            IsBrief = true,
        };
    }
}
