using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Agglomeration;

/// <summary>What can be set on the accessibility of institutions.</summary>
public sealed record InstitutionAccessOptions
{
    private const double Farthest = 20_000;

    /// <summary>Gets the radius within which institutions are counted, in kilometres.</summary>
    /// <value>Above 0, at most 20,000; 10 unless set.</value>
    [Description("Radius within which institutions are counted, in km.")]
    public double Kilometres { get; init => field = Require.Between(value, 1e-3, Farthest); } = 10;

    /// <summary>Gets the decay δ of the gravity measure, in kilometres.</summary>
    /// <value>Above 0, at most 20,000; 5 unless set.</value>
    [Description("Decay of the gravity measure in km.")]
    public double DecayKilometres { get; init => field = Require.Between(value, 1e-3, Farthest); } = 5;
}
