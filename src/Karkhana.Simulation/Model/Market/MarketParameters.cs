using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>How products are sold and what a quarter costs a firm, beside the parameters of framework 5.10.</summary>
/// <remarks>
/// Framework 5.7 gives the forms and few numbers: all defaults here are assumptions (<c>INF</c>), chosen so that a cluster of
/// small workshops neither explodes nor dies within 80 quarters without a shock. None holds money: prices and cash are in
/// multiples of the unit cost ω0, so that the unit of money changes nothing.
/// </remarks>
public sealed record MarketParameters
{
    /// <summary>Gets u_s, by how much ln workers pull buyers: 1, a firm twice as large sells twice as much; 0 is framework 5.7 as it stands.</summary>
    /// <value>From 0 to 2; 1 unless set.</value>
    public double SizePull { get; init => field = Require.Between(value, 0, 2); } = 1;

    /// <summary>Gets the share of the unit cost at full use that is paid whatever is sold: wages of the quarter.</summary>
    /// <value>From 0 to 1; 0.3 unless set.</value>
    public double FixedCostShare { get; init => field = Require.Between(value, 0, 1); } = 0.3;

    /// <summary>Gets the units that buyers want at the start, per worker of the product.</summary>
    /// <value>Zero or greater; 0.6 unless set.</value>
    public double StartUtilisation { get; init => field = Require.Between(value, 0, 1e6); } = 0.6;

    /// <summary>Gets the greatest mark-up over unit cost.</summary>
    /// <value>Zero or greater; 1 unless set.</value>
    public double MarginLimit { get; init => field = Require.Between(value, 0, 100); } = 1;

    /// <summary>Gets the share of demand that takes good quality only; 0 leaves the market whole.</summary>
    /// <value>From 0 to 1; 0 unless set.</value>
    public double UpperShare { get; init => field = Require.Between(value, 0, 1); }

    /// <summary>Gets the least quality that the upper end takes; quality above it is worth nothing to the low end.</summary>
    /// <value>Any finite number; 1.5 unless set.</value>
    public double UpperQuality { get; init => field = Require.Between(value, -1e6, 1e6); } = 1.5;

    /// <summary>Gets the size of a competitor from outside, in multiples of all makers of a product at the start; 0 is none.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public double OutsideWeight { get; init => field = Require.Between(value, 0, 1e6); }

    /// <summary>Gets the quality of that competitor, which does not change.</summary>
    /// <value>Any finite number; 1.5 unless set.</value>
    public double OutsideQuality { get; init => field = Require.Between(value, -1e6, 1e6); } = 1.5;

    /// <summary>Gets the price of that competitor in multiples of ω0, which does not change.</summary>
    /// <value>Positive; 1.25 unless set.</value>
    public double OutsidePrice { get; init => field = Require.Positive(value); } = 1.25;

    /// <summary>Gets the position of the capability function that makes quality, where there are several; the mean of all if there are fewer.</summary>
    /// <value>Zero or greater; 3 unless set, which is product engineering in the order of Lall.</value>
    public int ProductFunction { get; init => field = Require.Between(value, 0, 1000); } = 3;

    /// <summary>Gets the cash of a firm whose cash is not known, in quarters of its cost at full use.</summary>
    /// <value>Zero or greater; 1 unless set.</value>
    public double CashQuarters { get; init => field = Require.Between(value, 0, 1e6); } = 1;

    /// <summary>Gets the share of a profit that the owner takes out of the firm.</summary>
    /// <value>From 0 to 1; 0.75 unless set.</value>
    public double OwnerShare { get; init => field = Require.Between(value, 0, 1); } = 0.75;
}
