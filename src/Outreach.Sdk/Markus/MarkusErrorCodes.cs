namespace Outreach.Sdk.Markus;

/// <summary>The error codes of Markus, with the HTTP status each one comes with.</summary>
public static class MarkusErrorCodes
{
    /// <summary>401: The request carries no usable API key.</summary>
    public const string Auth001 = "AUTH_001";

    /// <summary>403: The key may not use an operation that needs full access.</summary>
    public const string Auth002 = "AUTH_002";

    /// <summary>401: A dashboard session token was sent and it has expired.</summary>
    public const string Auth003 = "AUTH_003";

    /// <summary>401: The token looks like an API key and no such key exists.</summary>
    public const string Apikey001 = "APIKEY_001";

    /// <summary>401: The key's expiry has passed.</summary>
    public const string Apikey002 = "APIKEY_002";

    /// <summary>401: The key was revoked.</summary>
    public const string Apikey003 = "APIKEY_003";

    /// <summary>403: The key lacks the scope of the operation.</summary>
    public const string Apikey004 = "APIKEY_004";

    /// <summary>429: The account has as many active keys as it may have.</summary>
    public const string Apikey005 = "APIKEY_005";

    /// <summary>404: No such campaign, or it is deleted.</summary>
    public const string Camp001 = "CAMP_001";

    /// <summary>500: The campaign could not be stored.</summary>
    public const string Camp002 = "CAMP_002";

    /// <summary>500: The change could not be stored.</summary>
    public const string Camp003 = "CAMP_003";

    /// <summary>409: The campaign is active already.</summary>
    public const string Camp005 = "CAMP_005";

    /// <summary>400: A campaign without contacts cannot start.</summary>
    public const string Camp007 = "CAMP_007";

    /// <summary>400: The status change is not allowed.</summary>
    public const string Camp008 = "CAMP_008";

    /// <summary>429: Neither plan allowance nor agent credit is left for another campaign.</summary>
    public const string Camp009 = "CAMP_009";

    /// <summary>404: No such contact, or it is deleted.</summary>
    public const string Cont001 = "CONT_001";

    /// <summary>409: Another contact has this e-mail address.</summary>
    public const string Cont002 = "CONT_002";

    /// <summary>400: The e-mail address is malformed.</summary>
    public const string Cont003 = "CONT_003";

    /// <summary>500: The import failed as a whole; nothing was stored.</summary>
    public const string Cont007 = "CONT_007";

    /// <summary>429: The contact allowance is used up.</summary>
    public const string Cont009 = "CONT_009";

    /// <summary>404: No such conversation.</summary>
    public const string Conv001 = "CONV_001";

    /// <summary>500: The change could not be stored.</summary>
    public const string Conv002 = "CONV_002";

    /// <summary>500: The provider refused a reply in an existing conversation.</summary>
    public const string Conv003 = "CONV_003";

    /// <summary>500: The provider refused the message.</summary>
    public const string Msg001 = "MSG_001";

    /// <summary>409: The decision on the message has been taken: it is approved or further on.</summary>
    public const string Msg004 = "MSG_004";

    /// <summary>404: No such message, or one of the wrong direction.</summary>
    public const string Msg005 = "MSG_005";

    /// <summary>429: The message allowance is used up.</summary>
    public const string Msg015 = "MSG_015";

    /// <summary>503: The model provider cannot be reached.</summary>
    public const string Ai001 = "AI_001";

    /// <summary>500: The model gave no usable text.</summary>
    public const string Ai002 = "AI_002";

    /// <summary>500: The model gave no usable analysis.</summary>
    public const string Ai003 = "AI_003";

    /// <summary>429: Too many AI requests in the window, or no AI generation left in the billing period.</summary>
    public const string Ai004 = "AI_004";

    /// <summary>400: The input or the output was held back by the content filter.</summary>
    public const string Ai005 = "AI_005";

    /// <summary>500: The job could not be started, or it broke off.</summary>
    public const string Disc001 = "DISC_001";

    /// <summary>404: No such job.</summary>
    public const string Disc002 = "DISC_002";

    /// <summary>429: Too many searches in the hour.</summary>
    public const string Disc006 = "DISC_006";

    /// <summary>400: The search makes no sense.</summary>
    public const string Disc007 = "DISC_007";

    /// <summary>429: The plan's searches for the billing period are used up.</summary>
    public const string Disc008 = "DISC_008";

    /// <summary>400: The receiver refused the signature of a test event.</summary>
    public const string Hook001 = "HOOK_001";

    /// <summary>400: The endpoint definition is not valid.</summary>
    public const string Hook003 = "HOOK_003";

    /// <summary>429: The global or the burst limit of the key is exceeded.</summary>
    public const string Rate001 = "RATE_001";

    /// <summary>429: The limit of a write scope is exceeded.</summary>
    public const string Rate002 = "RATE_002";

    /// <summary>500: Unexpected failure.</summary>
    public const string Server001 = "SERVER_001";

    /// <summary>400: The body breaks the schema.</summary>
    public const string Server002 = "SERVER_002";

    /// <summary>404: Unknown path, or a resource kind without a code of its own.</summary>
    public const string Server003 = "SERVER_003";

    /// <summary>405: The path exists, the method does not.</summary>
    public const string Server004 = "SERVER_004";

    /// <summary>400: A path or query value, the JSON syntax or the combination of inputs is wrong.</summary>
    public const string Server005 = "SERVER_005";

    /// <summary>500: The store failed.</summary>
    public const string Server006 = "SERVER_006";

    /// <summary>504: The request took too long.</summary>
    public const string Server008 = "SERVER_008";
}
