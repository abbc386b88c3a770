namespace Karkhana.Data.Ties;

/// <summary>The kinds of tie that have a meaning here; others are kept as they are.</summary>
public static class TieKinds
{
    /// <summary>The giver supplies materials or parts.</summary>
    public const string Supply = "supply";

    /// <summary>The giver does a part of the receiver's work.</summary>
    public const string Subcontract = "subcontract";

    /// <summary>The giver sells products to the receiver.</summary>
    public const string Sale = "sale";

    /// <summary>The giver gives technical advice.</summary>
    public const string Advice = "advice";

    /// <summary>The giver lends machines, tools or money.</summary>
    public const string Lending = "lending";

    /// <summary>The owners are kin or of one community.</summary>
    public const string Kin = "kin";

    /// <summary>Both are in one association.</summary>
    public const string Association = "association";

    /// <summary>Workers went from the giver to the receiver.</summary>
    public const string WorkerFlow = "worker-flow";

    /// <summary>A tie with a party outside the register.</summary>
    public const string ExternalParty = "external-party";

    /// <summary>The giver gives technical advice, as the firm recalled it without a list to choose from.</summary>
    public const string AdviceRecall = "advice-recall";

    /// <summary>What a tie is called whose kind the study does not tell.</summary>
    internal const string Unknown = "tie";

    private const string Kinship = "kinship"; // another word for the same

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Supply, Subcontract, Sale, Advice, Lending, Kin, Association, WorkerFlow, ExternalParty, AdviceRecall];

    /// <summary>Brings a known kind to its spelling; capital letters, blanks and underscores do not matter.</summary>
    /// <param name="kind">The kind as written.</param>
    /// <returns>The kind; one that is not known is given back as it is.</returns>
    public static string Of(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        string spelled = kind.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        return spelled == Kinship ? Kin : All.Contains(spelled) ? spelled : kind;
    }
}
