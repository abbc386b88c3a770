using Karkhana.Core.Errors;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>The firms of a register that are asked about, with what a study may say beside it.</summary>
/// <param name="Firms">The register.</param>
/// <param name="Sample">Positions of the firms that are asked about: those of one industry.</param>
public sealed record RegisterSample(FirmRegister Firms, IReadOnlyList<int> Sample)
{
    /// <summary>Gets what the industries of the register are to that of the sample.</summary>
    /// <value>Null, the default, when the study says nothing of it.</value>
    public IndustryTable? Industries { get; init; }

    /// <summary>Gets the institutions.</summary>
    /// <value>Null, the default, when the study has none.</value>
    public InstitutionTable? Institutions { get; init; }

    /// <summary>Gets whether each firm of the sample stands in a cluster.</summary>
    /// <value>Null, the default, when results are not compared; else one per firm of the sample.</value>
    public IReadOnlyList<bool>? Clustered { get; init; }

    internal double[] X => [.. Sample.Select(firm => Firms.X[firm])];

    internal double[] Y => [.. Sample.Select(firm => Firms.Y[firm])];

    /// <summary>Refuses a sample that does not fit the register.</summary>
    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Firms);
        ArgumentNullException.ThrowIfNull(Sample);
        foreach (int firm in Sample)
        {
            Require.Between(firm, 0, Firms.Count - 1, nameof(Sample));
        }

        Require.SameLength(Sample.Count, Clustered?.Count ?? Sample.Count, nameof(Clustered));
    }

    /// <summary>Gives the groups that are compared, as positions in the sample.</summary>
    internal IReadOnlyList<(string Group, int[] Members)> Groups()
    {
        int[] all = [.. Enumerable.Range(0, Sample.Count)];
        return Clustered is null
            ? [("all", all)]
            : [("clustered", [.. all.Where(i => Clustered[i])]), ("dispersed", [.. all.Where(i => !Clustered[i])])];
    }
}
