using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Agglomeration;

/// <summary>What can be set on the exposures from a register.</summary>
public sealed record RegisterExposureOptions
{
    private const double Farthest = 20_000;

    /// <summary>Gets the decay δ of own-industry employment, in kilometres.</summary>
    /// <value>Above 0, at most 20,000; 2 unless set.</value>
    [Description("Decay of own-industry employment in km.")]
    public double DecayKilometres { get; init => field = Require.Between(value, 1e-3, Farthest); } = 2;

    /// <summary>Gets the radius within which establishments count as near, in kilometres.</summary>
    /// <value>Above 0, at most 20,000; 2 unless set.</value>
    [Description("Radius within which establishments count as near, in km.")]
    public double NearKilometres { get; init => field = Require.Between(value, 1e-3, Farthest); } = 2;

    /// <summary>Gets the radius within which institutions count as near, in kilometres.</summary>
    /// <value>Above 0, at most 20,000; 10 unless set, because firms travel farther to an institute than to a
    /// neighbour.</value>
    [Description("Radius within which institutions count as near, in km.")]
    public double InstitutionKilometres { get; init => field = Require.Between(value, 1e-3, Farthest); } = 10;

    /// <summary>Gets the decay of the accessibility to institutions, in kilometres.</summary>
    /// <value>Above 0, at most 20,000; 5 unless set.</value>
    [Description("Decay of the accessibility to institutions in km.")]
    public double InstitutionDecayKilometres { get; init => field = Require.Between(value, 1e-3, Farthest); } = 5;

    /// <summary>Gets the number of nearest suppliers and dealers whose distance counts.</summary>
    /// <value>From 1 to 100; 3 unless set.</value>
    [Description("Nearest suppliers and dealers whose distance counts.")]
    public int NearestPartners { get; init => field = Require.Between(value, 1, 100); } = 3;

    /// <summary>Gets the years that churn, growth and entry look back.</summary>
    /// <value>From 1 to 100; 5 unless set.</value>
    [Description("Years that churn, growth and entry look back.")]
    public int Years { get; init => field = Require.Between(value, 1, 100); } = 5;

    internal InstitutionAccessOptions Access => new()
    {
        Kilometres = InstitutionKilometres,
        DecayKilometres = InstitutionDecayKilometres,
    };

    /// <summary>Gives the options with every distance replaced.</summary>
    /// <param name="kilometres">The distance.</param>
    /// <returns>The options.</returns>
    internal RegisterExposureOptions At(double kilometres) => this with
    {
        DecayKilometres = kilometres,
        NearKilometres = kilometres,
        InstitutionKilometres = kilometres,
        InstitutionDecayKilometres = kilometres,
    };

    internal string Describe() => FormattableString.Invariant(
        $"decay_km = {DecayKilometres}, near_km = {NearKilometres}, institution_km = {InstitutionKilometres}, ")
        + FormattableString.Invariant(
            $"institution_decay_km = {InstitutionDecayKilometres}, nearest_partners = {NearestPartners}, years = {Years}");
}
