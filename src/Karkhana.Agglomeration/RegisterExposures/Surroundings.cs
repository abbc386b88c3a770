using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>What lies around one firm of the sample, by role; goes from firm to firm and finds each list once.</summary>
/// <remarks>
/// The firm itself is never in a list, so that whatever is computed from one leaves it out. Establishments that have
/// closed are in <see cref="OwnEver"/> alone. Memory: the indices, and the lists of one firm.
/// </remarks>
internal sealed class Surroundings
{
    private readonly RegisterSample _input;
    private readonly Dictionary<string, PointLayer> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<IndustryRole, PointLayer> _roles = [];
    private readonly PointLayer _all;
    private readonly PointLayer _partners;
    private readonly double _ownReach;
    private readonly double _reach;
    private readonly Dictionary<IndustryRole, List<Neighbour>> _nearByRole = [];
    private readonly List<Neighbour> _nearOwnEver = [];
    private readonly List<Neighbour> _nearOwn = [];
    private readonly List<Neighbour> _nearAll = [];
    private readonly HashSet<object> _current = [];

    /// <summary>Indexes the register.</summary>
    /// <param name="input">The register and the sample.</param>
    /// <param name="ownReach">How far firms of the own industry are looked for, in kilometres.</param>
    /// <param name="reach">How far all others are looked for.</param>
    public Surroundings(RegisterSample input, double ownReach, double reach)
    {
        _input = input;
        _ownReach = ownReach;
        _reach = reach;
        FirmRegister firms = input.Firms;
        int[] open = [.. Enumerable.Range(0, firms.Count).Where(firms.IsOpen)];
        _all = new PointLayer(firms.X, firms.Y, open);
        Workers = firms.Employment.Length > 0
            ? Decayed.WithoutGaps(firms.Employment)
            : [.. Enumerable.Repeat(1.0, firms.Count)];
        IndustryRole[] roles = input.Industries is { } industries && firms.Industries.Length > 0
            ? [.. open.Select(firm => industries.RoleOf(firms.Industries[firm]))]
            : [.. open.Select(_ => IndustryRole.None)];
        foreach (IndustryRole role in Enum.GetValues<IndustryRole>())
        {
            _nearByRole[role] = [];
            _roles[role] = role == IndustryRole.None
                ? new PointLayer([], [], [])
                : new PointLayer(firms.X, firms.Y, [.. open.Where((_, i) => roles[i] == role)]);
        }

        _partners = new PointLayer(
            firms.X, firms.Y, [.. open.Where((_, i) => roles[i] is IndustryRole.InputSupplier or IndustryRole.Dealer)]);
        IndexIndustries();
    }

    /// <summary>Gets the register.</summary>
    public FirmRegister Firms => _input.Firms;

    /// <summary>Gets what the study says of industries.</summary>
    public IndustryTable? Industries => _input.Industries;

    /// <summary>Gets the industries of the register as numbers.</summary>
    public IndustryCodes Codes => field ??= IndustryCodes.Of(Firms, Industries);

    /// <summary>Gets the workers of each establishment, the median in the place of unknown ones.</summary>
    public double[] Workers { get; }

    /// <summary>Gets the position of the firm in the sample.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>Gets the position of the firm in the register.</summary>
    public int Firm => _input.Sample[Index];

    /// <summary>Gets all other establishments near.</summary>
    public List<Neighbour> All => Once(_nearAll, _all, _reach);

    /// <summary>Gets the other firms of the industry, those that have closed included.</summary>
    public List<Neighbour> OwnEver => Once(_nearOwnEver, _own[Firms.Industries[Firm]], _ownReach);

    /// <summary>Gets the other firms of the industry that are open.</summary>
    public List<Neighbour> Own
    {
        get
        {
            if (Firms.Closed.Length == 0)
            {
                return OwnEver;
            }

            if (_current.Add(_nearOwn))
            {
                _nearOwn.Clear();
                _nearOwn.AddRange(OwnEver.Where(other => Firms.IsOpen(other.Position)));
            }

            return _nearOwn;
        }
    }

    /// <summary>Goes to a firm of the sample.</summary>
    public void MoveTo(int index)
    {
        Index = index;
        _current.Clear();
    }

    /// <summary>Gets the establishments of a role near.</summary>
    public List<Neighbour> Of(IndustryRole role) => Once(_nearByRole[role], _roles[role], _reach);

    /// <summary>Says whether any open establishment of the register plays a role.</summary>
    public bool Has(IndustryRole role) => _roles[role].Count > 0;

    /// <summary>Gives the mean distance to the nearest suppliers and dealers.</summary>
    public double PartnerDistance(int count) =>
        _partners.MeanDistanceToNearest(Firms.X[Firm], Firms.Y[Firm], count, Firm);

    /// <summary>Counts those within a radius.</summary>
    public static double Count(List<Neighbour> near, double kilometres)
    {
        int count = 0;
        foreach (Neighbour other in near)
        {
            count += other.Kilometres <= kilometres ? 1 : 0;
        }

        return count;
    }

    private void IndexIndustries()
    {
        if (Firms.Industries.Length == 0)
        {
            return;
        }

        Dictionary<string, List<int>> members = new(StringComparer.Ordinal);
        foreach (int firm in _input.Sample)
        {
            members.TryAdd(Firms.Industries[firm], []);
        }

        for (int firm = 0; firm < Firms.Count; firm++)
        {
            if (members.TryGetValue(Firms.Industries[firm], out List<int>? list))
            {
                list.Add(firm);
            }
        }

        foreach ((string industry, List<int> list) in members)
        {
            _own[industry] = new PointLayer(Firms.X, Firms.Y, [.. list]);
        }
    }

    private List<Neighbour> Once(List<Neighbour> near, PointLayer layer, double reach)
    {
        if (_current.Add(near))
        {
            layer.Around(Firms.X[Firm], Firms.Y[Firm], reach, Firm, near);
        }

        return near;
    }
}
