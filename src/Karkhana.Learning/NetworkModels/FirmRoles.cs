using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>The part that each firm of a learning sample has in the knowledge network of its place.</summary>
/// <param name="Roles">The role of each firm of the sample (<c>technological_gatekeeper</c>); null where it is not known.</param>
/// <param name="Degrees">Measures of how many ties each firm has (<c>ties_given</c>, <c>ties_received</c>); NaN where not known.</param>
public sealed record FirmRoles(IReadOnlyList<string?> Roles, IReadOnlyDictionary<string, double[]> Degrees)
{
    /// <summary>Gets the role that the others are compared with.</summary>
    /// <value><c>isolate</c> unless set; where fewer than 5 firms have it, the most frequent role takes its place.</value>
    public string BaseRole { get; init; } = "isolate";

    /// <summary>Gets what is told apart, in one word: a role, or what a firm names as holding it back.</summary>
    internal string Noun { get; init; } = "role";

    internal void Check(LearningSample sample)
    {
        Require.SameLength(sample.Firms.Count, Roles.Count, nameof(Roles));
        foreach ((string name, double[] values) in Degrees)
        {
            Require.SameLength(sample.Firms.Count, values.Length, name);
        }
    }
}
