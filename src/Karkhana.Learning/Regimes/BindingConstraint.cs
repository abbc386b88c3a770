namespace Karkhana.Learning;

/// <summary>What a firm names first as holding back the improvement it wants (item M12).</summary>
public enum BindingConstraint
{
    /// <summary>1: it costs too much.</summary>
    Cost = 1,

    /// <summary>2: no own money.</summary>
    OwnMoney = 2,

    /// <summary>3: not worth it.</summary>
    NotWorthIt = 3,

    /// <summary>4: do not know how.</summary>
    DoNotKnowHow = 4,

    /// <summary>5: no such knowledge around.</summary>
    NoSuchKnowledge = 5,
}
