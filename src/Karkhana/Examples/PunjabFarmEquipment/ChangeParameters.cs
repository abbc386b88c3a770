namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Numbers behind the technical changes of the makers.</summary>
internal static class ChangeParameters
{
    private const string Alike = "planted: alike in clusters and outside";
    private const string Unpublished = "nothing published";
    private static readonly ParameterList List = new();

    public static readonly Parameter FirstYear = List.Assumed("changes_first_year", 2003, "year", "makers were asked about ten years");
    public static readonly Parameter LastYear = List.Assumed("changes_last_year", 2012, "year", "makers were asked about ten years");
    public static readonly Parameter ProductClustered = List.Assumed(
        "product_changes_clustered", 0.085, "changes per maker and year", "planted: clustered makers change products more often");
    public static readonly Parameter ProductDispersed = List.Assumed(
        "product_changes_dispersed", 0.035, "changes per maker and year", "planted: clustered makers change products more often");
    public static readonly Parameter Process = List.Assumed("process_changes", 0.035, "changes per maker and year", Alike);
    public static readonly Parameter Organisation = List.Assumed("organisation_changes", 0.012, "changes per maker and year", Alike);
    public static readonly Parameter User = List.Assumed("source_user", 0.38, "share of changes", "planted: users are the largest source");
    public static readonly Parameter Own = List.Assumed("source_own", 0.24, "share of changes", Unpublished);
    public static readonly Parameter Supplier = List.Assumed("source_supplier", 0.15, "share of changes", Unpublished);
    public static readonly Parameter Competitor = List.Assumed("source_competitor", 0.13, "share of changes", Unpublished);
    public static readonly Parameter Worker = List.Assumed("source_worker", 0.06, "share of changes", Unpublished);
    public static readonly Parameter Institution = List.Assumed("source_institution", 0.04, "share of changes", Unpublished);
    public static readonly Parameter Cost = List.Assumed("change_cost", 90000, "PKR", "median; nothing published");
    public static readonly Parameter CostSpread = List.Assumed("change_cost_spread", 0.9, "log points", "lognormal");
    public static readonly Parameter NotTold = List.Assumed("change_not_told", 0.12, "share of changes", "cost that the maker does not tell");
    public static readonly Parameter NotKnown = List.Assumed(
        "change_not_known", 0.05, "share of changes", "source that nobody remembers; scores that nobody gave");
    public static readonly Parameter Newer = List.Assumed(
        "change_newer", 0.25, "probability", "each of three steps from new to the firm to new to the world");

    /// <summary>Gets the sources with their shares.</summary>
    public static (string Word, Parameter Share)[] Sources { get; } =
    [
        ("user", User), ("own", Own), ("supplier", Supplier), ("competitor", Competitor), ("worker", Worker), ("institution", Institution),
    ];

    public static IReadOnlyList<Parameter> All => List.All;
}
