using Karkhana.Core.Exchange;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Which ties and items belong to the production system and which to the knowledge system.</summary>
public sealed record KnowledgeSystemOptions
{
    /// <summary>Gets the kinds of ties along which goods and orders move.</summary>
    /// <value><c>subcontract</c> unless set.</value>
    public IReadOnlyList<string> ProductionKinds { get; init; } = ["subcontract"];

    /// <summary>Gets the kinds of ties along which knowledge moves.</summary>
    /// <value><c>advice</c> unless set.</value>
    public IReadOnlyList<string> KnowledgeKinds { get; init; } = ["advice"];

    /// <summary>Gets the items whose answer above zero shows knowledge that was sought.</summary>
    /// <value>Help among firms K2, institutes J6 and partners outside J7 unless set.</value>
    public IReadOnlyList<string> ActiveItems { get; init; } = ["K2", "J6", "J7"];

    /// <summary>Gets the items whose answer above zero shows knowledge that came without being sought.</summary>
    /// <value>Copied examples O2, people who joined W2 and visits from outside H1 unless set.</value>
    public IReadOnlyList<string> PassiveItems { get; init; } = ["O2", "W2", "H1"];

    /// <summary>Gets the construct of the items on sources outside the place.</summary>
    /// <value><c>external_openness</c> unless set.</value>
    public string OpennessConstruct { get; init; } = Constructs.ExternalOpenness;

    /// <summary>Gets the permutations of the p-value of the overlap, and their seed.</summary>
    /// <value>999 permutations, seed 2003 unless set.</value>
    public QapCorrelationOptions Permutations { get; init; } = new();
}
