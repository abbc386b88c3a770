using Karkhana.Core.Exchange;
using Karkhana.Data.Studies;

namespace Karkhana.Data.Ties;

/// <summary>All that a study says of ties.</summary>
/// <param name="Ties">The ties, or null when there are none.</param>
/// <param name="Parties">The parties outside, or null.</param>
/// <param name="Memberships">Who is in which association, or null.</param>
internal sealed record TieParts(TieReading? Ties, PartyTable? Parties, MembershipTable? Memberships)
{
    /// <summary>Gets the ties between firms.</summary>
    public TieTable? AmongFirms => Ties?.Ties;

    /// <summary>Puts the rest into a study.</summary>
    public Study AddTo(Study study) => study with
    {
        TieReports = Ties?.Reports,
        Parties = Parties,
        Memberships = Memberships,
        NameMatches = Ties?.Names ?? [],
    };
}
