using System.Security.Cryptography;
using System.Text;

namespace Karkhana.Tests.Data.Studies;

/// <summary>A small sound study in a temporary folder; a test breaks one thing in it.</summary>
internal sealed class StudyFolder : IDisposable
{
    private static readonly Dictionary<string, string> Sound = new(StringComparer.Ordinal)
    {
        ["study.toml"] = """
            [study]
            name = "fans"
            title = "Fan makers"
            seed = 7
            currency = "PKR"

            [firms]
            file = "firms.csv"
            id = "id"
            latitude = "lat"
            longitude = "lon"
            industry = "trade"
            employment = "workers"
            place = "town"
            clustered = "clustered"

            [ties]
            file = "ties.csv"
            from = "from"
            to = "to"
            kind = "kind"
            value = "value"

            [survey]
            file = "survey.csv"
            codebook = "codebook.csv"
            id = "firm"
            weight = "weight"

            """,
        ["firms.csv"] = """
            id,lat,lon,trade,workers,town,clustered
            F1,32.5710,74.0790,27,12,Gujrat,true
            F2,32.5740,74.0810,27,7.5,Gujrat,true
            F3,32.5690,74.0750,28,,Gujrat,false
            F4,32.5801,74.0702,01,140,Gujrat,
            F5,32.5755,74.0733,27,3,Wazirabad,

            """,
        ["ties.csv"] = """
            from,to,kind,value
            F1,F2,advice,3
            F2,F3,advice,
            F3,F1,subcontract,2.5

            """,
        ["codebook.csv"] = """
            item,block,construct,scale,min,max,reverse,function,complexity,label_en
            C31,C,capability,F5,1,5,false,process,1,Keeps records
            C32,C,capability,F5,1,5,true,process,2,Stops often
            N01,E,effort,N,0,,,,,Engineers

            """,
        ["survey.csv"] = """
            firm,weight,C31,C32,N01
            F1,1.5,4,2,3
            F2,1,not_applicable,5,dont_know
            F4,0.8,1,,refused

            """,
    };

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("karkhana-study");

    public StudyFolder()
    {
        Directory.CreateDirectory(Root);
        foreach ((string file, string text) in Sound)
        {
            Write(file, text);
        }
    }

    /// <summary>Gets the folder of the study.</summary>
    public string Root => Path.Combine(_parent.FullName, "study");

    /// <summary>Gives the full path of a file; <c>../</c> leads to a folder that is deleted too.</summary>
    public string PathOf(string file) => Path.Combine(Root, file);

    public StudyFolder Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public StudyFolder Write(string file, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(file), bytes);
        return this;
    }

    public StudyFolder Delete(string file)
    {
        File.Delete(PathOf(file));
        return this;
    }

    public StudyFolder Append(string file, string text) => Write(file, File.ReadAllText(PathOf(file)) + text);

    /// <summary>Replaces a text that must be there once, so that no case breaks nothing.</summary>
    public StudyFolder Replace(string file, string old, string by)
    {
        string[] parts = File.ReadAllText(PathOf(file)).Split(old);
        return parts.Length == 2
            ? Write(file, parts[0] + by + parts[1])
            : throw new InvalidOperationException($"{file} holds {parts.Length - 1} times: {old}");
    }

    /// <summary>Adds what is optional: years, earlier workers, institutions, industries.</summary>
    public StudyFolder AddContext() =>
        Replace("study.toml", "seed = 7", "seed = 7\nyear = 2020")
            .Replace("study.toml", "clustered = \"clustered\"", """
                clustered = "clustered"
                founded = "founded"
                closed = "closed"
                earlier_employment = "workers_2010"
                earlier_year = 2010

                """)
            .Append("study.toml", """
                [institutions]
                file = "institutions.csv"
                id = "name"
                latitude = "lat"
                longitude = "lon"
                kind = "kind"

                [industries]
                file = "industries.csv"
                industry = "trade"
                group = "group"
                role = "role"
                stage = "stage"

                [changes]
                file = "changes.csv"
                firm = "id"
                year = "when"
                type = "type"
                source = "source"
                cost = "cost"
                novelty = "novelty"
                depth = "depth"
                first_year = 2010
                last_year = 2019

                """)
            .Write("changes.csv", """
                id,when,type,source,cost,novelty,depth
                F1,2012,product,user,50000,2,3
                F1,2015,Process,own,,,
                F2,2019,organisation,,0,1,1

                """)
            .Write("firms.csv", """
                id,lat,lon,trade,workers,town,clustered,founded,closed,workers_2010
                F1,32.5710,74.0790,27,12,Gujrat,true,1990,,10
                F2,32.5740,74.0810,27,7.5,Gujrat,true,2016,,
                F3,32.5690,74.0750,28,,Gujrat,false,,,4
                F4,32.5801,74.0702,01,140,Gujrat,,1985,2018,150
                F5,32.5755,74.0733,27,3,Wazirabad,,2001,,5

                """)
            .Write("institutions.csv", """
                name,lat,lon,kind
                Foundry laboratory,32.5800,74.0800,testing-laboratory
                Market,32.5600,74.0700,Market town

                """)
            .Write("industries.csv", """
                trade,group,role,stage
                27,metal,,
                28,metal,process-specialist,casting
                01,,user,

                """);

    /// <summary>Adds workers by year, workers in the first year, kinds of place, and innovations of regions.</summary>
    public StudyFolder AddPanel() =>
        Replace("study.toml", "clustered = \"clustered\"", """
                clustered = "clustered"
                start_employment = "first"
                setting = "setting"

                """)
            .Append("study.toml", """
                [panel]
                file = "panel.csv"
                firm = "id"
                year = "year"
                employment = "workers"

                [programme]
                file = "programme.csv"
                firm = "id"
                start = "since"

                [regions]
                file = "regions.csv"
                region = "district"
                industry = "trade"
                innovations = "patents"
                research = "staff"
                university = "teachers"

                """)
            .Write("programme.csv", "id,since\nF2,2012\nF1,2014\n")
            .Write("firms.csv", """
                id,lat,lon,trade,workers,town,clustered,first,setting
                F1,32.5710,74.0790,27,12,Gujrat,true,4,urban
                F2,32.5740,74.0810,27,7.5,Gujrat,true,,Urban
                F3,32.5690,74.0750,28,,Gujrat,false,2,other town
                F4,32.5801,74.0702,01,140,Gujrat,,30,
                F5,32.5755,74.0733,27,3,Wazirabad,,3,rural

                """)
            .Write("panel.csv", """
                id,year,workers
                F1,2010,8
                F1,2015,
                F2,2010,5.5

                """)
            .Write("regions.csv", """
                district,trade,patents,staff,teachers
                Gujrat,27,3,40,12
                Gujrat,28,0,,12
                Sialkot,27,,8,0

                """);

    /// <summary>Writes the register under another name and form, and names it in study.toml.</summary>
    public StudyFolder Register(string file, byte[] bytes) =>
        Delete("firms.csv").Write(file, bytes).Replace("study.toml", "\"firms.csv\"", $"\"{file}\"");

    public StudyFolder Register(string file, string text) => Register(file, Encoding.UTF8.GetBytes(text));

    /// <summary>Gives the text of the register as it was written last.</summary>
    public string Text(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Lists what the folder and its parent hold, with times and digests, to see whether anything was written.</summary>
    public string[] Inventory() =>
    [
        .. _parent.EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => FormattableString.Invariant($"{entry.FullName} {entry.LastWriteTimeUtc.Ticks} {Digest(entry)}"))
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => _parent.Delete(recursive: true);

    private static string Digest(FileSystemInfo entry) =>
        entry is FileInfo { LinkTarget: null } ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(entry.FullName))) : "";
}
