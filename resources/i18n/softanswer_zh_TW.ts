<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>AccountDialog</name>
    <message>
        <source>Change an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>新增帳號</translation>
    </message>
    <message>
        <source>Try usual names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both servers are being tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both servers were found; where each comes from stands under it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual names can be tried: those servers then learn that somebody asks, not your address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your browser shows the provider&apos;s page. Allow the access there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser did not open. Copy the address, and open it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in. It is kept, in the keyring, with the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was called off; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The servers are being looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your browser is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a server on this computer may go without protection: choose TLS or STARTTLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your mail address, such as ana@shop.example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the server for incoming mail by its name alone, such as imap.shop.example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the server for outgoing mail by its name alone, such as smtp.shop.example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the further address, such as orders@shop.example, or remove its line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is listed twice: change it, or remove its line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the password. It is kept in the keyring of your system and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the client ID as it stands on the provider&apos;s page, without a blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in first: the button opens your browser. Then keep the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters come to this computer and stay here; only your mail servers are asked. The password goes into the keyring of your system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your mail account.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountErrands</name>
    <message>
        <source>Thank you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft Answer has the answer and goes on by itself. You can close this page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>Find the servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incoming mail (IMAP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outgoing mail (SMTP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ana@shop.example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as customers see it in From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mostly the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} asks for an app password: make one in the security settings of your account there, and type it here instead of your usual one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} lets mail programs in only after you have allowed IMAP in its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} no longer lets mail programs sign in with a password. Sign in through the browser instead, with a client of your own; the steps stand below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountIdentities</name>
    <message>
        <source>The account&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A marketplace takes an answer to a buyer only from the address it knows. Add the other addresses that your server lets you write from, and tick the marketplaces that know each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses that replies come from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountListModel</name>
    <message numerus="yes">
        <source>{account} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account yet. Add one, and its mail is fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords are kept in the keyring of your system. An account or an address with held replies can be removed only after they are gone or taken back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Act</name>
    <message>
        <source>Needs answer</source>
        <translation>待回覆</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>冷靜中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候對方</translation>
    </message>
    <message>
        <source>Put off letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>好評</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星號</translation>
    </message>
    <message>
        <source>All mail</source>
        <translation>所有信件</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Next letter</source>
        <translation>下一封</translation>
    </message>
    <message>
        <source>Previous letter</source>
        <translation>上一封</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>回到清單</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>不需回覆</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs an answer after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to Archive</source>
        <translation>移到封存</translation>
    </message>
    <message>
        <source>Move to Trash</source>
        <translation>移到垃圾桶</translation>
    </message>
    <message>
        <source>Move to Junk</source>
        <translation>移到垃圾信</translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation>移到資料夾</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Choose or leave out</source>
        <translation>選取或取消選取</translation>
    </message>
    <message>
        <source>Choose the next as well</source>
        <translation>也選下一封</translation>
    </message>
    <message>
        <source>Choose the previous as well</source>
        <translation>也選上一封</translation>
    </message>
    <message>
        <source>Choose all letters</source>
        <translation>全部選取</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>取消全部選取</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星號</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>標示為已讀</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>標示為未讀</translation>
    </message>
    <message>
        <source>Show or cover masked words</source>
        <translation>顯示或遮住被遮的字詞</translation>
    </message>
    <message>
        <source>Show as text or as sent</source>
        <translation>以文字或原樣顯示</translation>
    </message>
    <message>
        <source>Show pictures from the internet</source>
        <translation>顯示網路上的圖片</translation>
    </message>
    <message>
        <source>Go to the attachments</source>
        <translation>前往附件</translation>
    </message>
    <message>
        <source>Save all attachments</source>
        <translation>儲存所有附件</translation>
    </message>
    <message>
        <source>Download the whole letter</source>
        <translation>下載整封信</translation>
    </message>
    <message>
        <source>Find in the letter</source>
        <translation>在信中尋找</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>下一處</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>上一處</translation>
    </message>
    <message>
        <source>Source of the letter</source>
        <translation>信件原始碼</translation>
    </message>
    <message>
        <source>Print the letter</source>
        <translation>列印這封信</translation>
    </message>
    <message>
        <source>Print the whole conversation</source>
        <translation>列印整個對話</translation>
    </message>
    <message>
        <source>Save the letter as PDF</source>
        <translation>將這封信存成 PDF</translation>
    </message>
    <message>
        <source>Save the conversation as PDF</source>
        <translation>將整個對話存成 PDF</translation>
    </message>
    <message>
        <source>Save the case as evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the order</source>
        <translation>選擇訂單</translation>
    </message>
    <message>
        <source>What mail says of the order is right</source>
        <translation>信中所說的訂單內容正確</translation>
    </message>
    <message>
        <source>Say on whose side it arose</source>
        <translation>說明責任在哪一方</translation>
    </message>
    <message>
        <source>Put the fact into the reply</source>
        <translation>把這項資料放進回覆</translation>
    </message>
    <message>
        <source>Put the shipping facts into the reply</source>
        <translation>把寄送資料放進回覆</translation>
    </message>
    <message>
        <source>Work out a refund, then put it into the reply</source>
        <translation>計算退款並放進回覆</translation>
    </message>
    <message>
        <source>Copy the fact</source>
        <translation>複製這項資料</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回覆</translation>
    </message>
    <message>
        <source>Write a new letter</source>
        <translation>寫新信</translation>
    </message>
    <message>
        <source>Reply with the suggestion</source>
        <translation>用建議的文字回覆</translation>
    </message>
    <message>
        <source>Say that you are looking into it</source>
        <translation>先告知正在查詢</translation>
    </message>
    <message>
        <source>Put a template into the reply</source>
        <translation>把範本放進回覆</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附加檔案</translation>
    </message>
    <message>
        <source>Choose another suggestion</source>
        <translation>選擇另一則建議</translation>
    </message>
    <message>
        <source>Earlier texts of this reply</source>
        <translation>這封回覆先前的文字</translation>
    </message>
    <message>
        <source>Own it</source>
        <translation>承擔責任</translation>
    </message>
    <message>
        <source>Explain kindly</source>
        <translation>和善說明</translation>
    </message>
    <message>
        <source>Firm and kind</source>
        <translation>堅定而和善</translation>
    </message>
    <message>
        <source>Set a boundary</source>
        <translation>劃清界線</translation>
    </message>
    <message>
        <source>Share the joy</source>
        <translation>分享喜悅</translation>
    </message>
    <message>
        <source>Put the steps in</source>
        <translation>放入步驟</translation>
    </message>
    <message>
        <source>Plain preview</source>
        <translation>純文字預覽</translation>
    </message>
    <message>
        <source>Post test</source>
        <translation>公開測試</translation>
    </message>
    <message>
        <source>Second language beside the reply</source>
        <translation>在旁邊顯示第二種語言</translation>
    </message>
    <message>
        <source>Read on in their letter</source>
        <translation>對方的信往下讀</translation>
    </message>
    <message>
        <source>Read back in their letter</source>
        <translation>對方的信往回讀</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>儲存草稿</translation>
    </message>
    <message>
        <source>Check the reply now</source>
        <translation>立即檢查回覆</translation>
    </message>
    <message>
        <source>Next place to mend</source>
        <translation>下一處要修改的地方</translation>
    </message>
    <message>
        <source>Previous place to mend</source>
        <translation>上一處要修改的地方</translation>
    </message>
    <message>
        <source>Put the repair in</source>
        <translation>套用修改</translation>
    </message>
    <message>
        <source>Next misspelt word</source>
        <translation>下一個拼錯的字</translation>
    </message>
    <message>
        <source>Mend the misspelt word</source>
        <translation>修正拼錯的字</translation>
    </message>
    <message>
        <source>Leave it as it is, with a reason</source>
        <translation>保留原樣並寫明理由</translation>
    </message>
    <message>
        <source>Let it out</source>
        <translation>先發洩一下</translation>
    </message>
    <message>
        <source>Leave the reply, keep the draft</source>
        <translation>離開回覆，保留草稿</translation>
    </message>
    <message>
        <source>Start the cool-down</source>
        <translation>開始冷靜期</translation>
    </message>
    <message>
        <source>Open the held reply</source>
        <translation>開啟冷靜中的回覆</translation>
    </message>
    <message>
        <source>Take back to draft</source>
        <translation>收回成草稿</translation>
    </message>
    <message>
        <source>Hold it longer</source>
        <translation>再多等一會</translation>
    </message>
    <message>
        <source>I can read this calmly: send</source>
        <translation>我能平靜地讀它：寄出</translation>
    </message>
    <message>
        <source>Call instead</source>
        <translation>改用電話</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>現在不要</translation>
    </message>
    <message>
        <source>Stop all outgoing</source>
        <translation>停止所有寄信</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Save a search</source>
        <translation>儲存搜尋</translation>
    </message>
    <message>
        <source>Change the saved search</source>
        <translation>修改已存的搜尋</translation>
    </message>
    <message>
        <source>Move the search up</source>
        <translation>搜尋上移</translation>
    </message>
    <message>
        <source>Move the search down</source>
        <translation>搜尋下移</translation>
    </message>
    <message>
        <source>Delete the search</source>
        <translation>刪除搜尋</translation>
    </message>
    <message>
        <source>First saved search</source>
        <translation>第一個已存搜尋</translation>
    </message>
    <message>
        <source>Second saved search</source>
        <translation>第二個已存搜尋</translation>
    </message>
    <message>
        <source>Third saved search</source>
        <translation>第三個已存搜尋</translation>
    </message>
    <message>
        <source>Fourth saved search</source>
        <translation>第四個已存搜尋</translation>
    </message>
    <message>
        <source>Fifth saved search</source>
        <translation>第五個已存搜尋</translation>
    </message>
    <message>
        <source>Sixth saved search</source>
        <translation>第六個已存搜尋</translation>
    </message>
    <message>
        <source>Seventh saved search</source>
        <translation>第七個已存搜尋</translation>
    </message>
    <message>
        <source>Eighth saved search</source>
        <translation>第八個已存搜尋</translation>
    </message>
    <message>
        <source>Ninth saved search</source>
        <translation>第九個已存搜尋</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>尋找指令</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Text as usual</source>
        <translation>文字恢復平常大小</translation>
    </message>
    <message>
        <source>Show or hide the order</source>
        <translation>顯示或隱藏訂單</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一個窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一個窗格</translation>
    </message>
    <message>
        <source>Go to the places</source>
        <translation>前往左側欄</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>前往清單</translation>
    </message>
    <message>
        <source>Go to the letter</source>
        <translation>前往信件</translation>
    </message>
    <message>
        <source>Go to the order</source>
        <translation>前往訂單</translation>
    </message>
    <message>
        <source>Go to the reply</source>
        <translation>前往回覆</translation>
    </message>
    <message>
        <source>Fetch mail now</source>
        <translation>立即收信</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>新增帳號</translation>
    </message>
    <message>
        <source>Send yourself a test letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around in the sample shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>匯入訂單</translation>
    </message>
    <message>
        <source>Export the orders as a table</source>
        <translation>將訂單匯出成表格</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好設定</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Ships to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question for the reply, in the letter&apos;s language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter gives another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask which one is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as in the letter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AllowedNamesModel</name>
    <message>
        <source>{meaning} · not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{meaning}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Backup of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that these pages ask for, in a file that you can read: for another computer, or before you try something. It holds no passwords, no accounts, no letters and no orders, and neither your dictionary nor your figures of carriers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>Copy the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to have at hand for the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>歉意</translation>
    </message>
    <message>
        <source>Responsibility</source>
        <translation>承擔</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>補救</translation>
    </message>
    <message>
        <source>Back to both letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We talked: take the reply back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in your letter. Say it in your own words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Their time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To talk about</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Held replies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CauseCard</name>
    <message>
        <source>Did we cause this?</source>
        <translation>是我們造成的嗎？</translation>
    </message>
    <message>
        <source>{yes} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted late?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent slower than paid for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tracking number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not as listed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A promise broken?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went by {used}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paid} was paid for, {used} used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter says so: look at the listing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {day}: “{said}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was due {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days from order to posting: {days}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file says when it was due.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When I want them, in letters above {size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once, with every letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{times}, by the customer&apos;s clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{times}, by my clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary mail, and the base for complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a complaint: the base times, by its heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a reply by itself when its hold ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary mail is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold what I write in heat longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves at night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, as you sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian and French letters speak of you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You take a change of mind back for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restocking fee, where the channel allows one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way back, without a fault of yours, is paid by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a payment the card company keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in letters from the internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notice tells of new letters while you are elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large attachments are fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark words that are in no dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters work as keys in lists and letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of my own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every letter without a complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calm letters without a complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: every hold goes by the heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As your name says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feminine: «я упаковала», “désolée”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masculine: «я упаковал», “désolé”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worded without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact: more rows at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when I ask for them, letter by letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all that need an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClockStrip</name>
    <message>
        <source>Next clocks</source>
        <translation>接下來的期限</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>No clock is running</source>
        <translation>目前沒有期限</translation>
    </message>
</context>
<context>
    <name>CommandModel</name>
    <message>
        <source>not possible here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>尋找指令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什麼？</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>沒有符合這些字母的指令。</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>The sample shop opens in a window of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample shop could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file says that the order was posted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file names the prices of this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is not confirmed yet: import its file, or say it is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote is gone. The letter can wait until you are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail says nothing of this order that is to be confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This letter is no complaint: there is no side to name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folders are known when mail was fetched once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a held reply in Cooling first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Cooling first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply is being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No search is saved here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a saved search first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Reply</source>
        <translation>回覆</translation>
    </message>
</context>
<context>
    <name>ComposerFoot</name>
    <message>
        <source>Cool down</source>
        <translation>開始冷靜</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not among the folders that were chosen. These are: {followed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address}: {names} are followed. &apos;softanswer sync&apos; fetches what is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} letters were let go of; they stay on the server. What has a case is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {name} on the server. &apos;softanswer account folders {address}&apos; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be chosen: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is always followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is archived is put out of the lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is thrown away is put out of the lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is junk is put out of the lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts are no mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it only shows what lies in other folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(always followed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(sent mail, always followed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(archive)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(trash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(junk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(drafts)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(shows other folders)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is added. &apos;softanswer account test {address}&apos; tries it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is added. &apos;softanswer account sign-in {address}&apos; signs in with the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Or let usual names be tried with --guess: those servers then learn that somebody asks, not your address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} signs in with a password. To change that, add it anew with --auth oauth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is signed in. &apos;softanswer account test {address}&apos; tries it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is removed. Its mail stays on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address}: both servers let us in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--identity &apos;{text}&apos;: &apos;{name}&apos; is no marketplace. Write ADDRESS={names} or some of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is empty. Give it on stdin: one line, nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this page in a browser of this computer, and allow the access:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the answer, at most five minutes; Ctrl+C ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user name {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} also takes --auth oauth with a client ID of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incoming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outgoing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider wants an app password: make one in its security settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider lets mail programs in only after you allow IMAP in its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider takes no passwords from mail programs any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mail link opens your own window: leave everything else out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds the whole profile, without passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in it are attachments that are on the mail server only: {count}. &apos;softanswer fetch ID&apos; brings those of a letter here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is restored. Passwords are asked for again where the keyring lacks them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The former database is kept as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} held replies wait for you: look in Sent whether they have gone out, then hold them again or take them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer by {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no order known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heat {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} orders have the number {number}. Confirm the right one in the window, in its Order card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: mail says nothing of it that was still to be confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: what mail says of it counts from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no order {number}. &apos;softanswer orders import FILE&apos; brings orders in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} ({place}, from {source})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} ({place}, from {source}, not confirmed: known from mail only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parcel {tracking}, posted {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the notice of {sender} of {day} says {mail}, nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the notice of {sender} of {day} says {mail}; the file says {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no UTF-8 text. Save the mapping as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is remembered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no mapping &apos;{named}&apos;. {known} Name one of them, or give a MAP.json; the window remembers one when you say what the columns of a file are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is in the format {format}, not {source}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} ({encoding}): {imported} imported, {updated} updated, {unchanged} unchanged, {rejected} rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order fits this message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it with --from {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--dismiss &apos;{text}&apos; gives no reason. Write RULE=REASON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shortens holds, so it counts only after the old cool-down has run out once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a window opens: the postman steps aside until it is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft Answer runs on {folder} already; the postman waits until it is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the postman goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account yet. &apos;softanswer account add&apos; adds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message {number} is here with all its attachments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address}: {fetched} new, {marks} marks changed, {vanished} gone, {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: a JSON object is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no complaint: {kind}, heat {heat}, {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a complaint: {kind}, heat {heat}, {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: &apos;{kind}&apos; is no kind of case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: &quot;{key}&quot; is no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: &quot;heat&quot; is a whole number from 0 to {max_heat}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: an order is a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: &quot;{key}&quot; is missing or no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better: leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better: “{repair}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to mend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no mail address. Give one such as ana@shop.example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client ID and its provider are for --auth oauth: add that option.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--client-id is missing: make a client at the provider (the user guide says how), and give its ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which provider? Give --oauth-provider google or microsoft, or the addresses of another one with --authorize-url, --token-url and --scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} is missing: give HOST:PORT; &apos;softanswer account find ADDRESS&apos; names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no server. Give HOST:PORT, such as imap.shop.example:993.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is larger than {megabytes} MB. Split it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no name of a file: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number} is larger than {megabytes} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number} is not UTF-8 text (byte {start}). Save it as UTF-8 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not UTF-8 text (byte {start}). Save it as UTF-8 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not JSON: {why} (column {column}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not JSON: {why} (line {line}, column {column}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not JSON that can be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no size. Give WIDTHxHEIGHT, such as 1440x900.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds case {number} in {count} files; {summary} tells its course.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoolDownPage</name>
    <message>
        <source>Send a reply by itself when its hold ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold what I write in heat longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is in force now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor for a letter that is {mood}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every reply waits before it goes out, and then you read it again. Set how long it waits: from 1 minute to 48 hours. Zero is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary mail, and the base for complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a complaint: the base times, by its heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary mail is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never after an angry or furious letter: those you always read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One and a half or two times as long, when a draft had insults or capitals in it, even if you took them out again. It is noticed on this computer and told to nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the customer&apos;s own time is not known, yours counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every letter without a complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calm letters without a complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: every hold goes by the heat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyMark</name>
    <message>
        <source>Copy: {label}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectionBar</name>
    <message>
        <source>complaint</source>
        <translation>客訴</translation>
    </message>
    <message>
        <source>no complaint</source>
        <translation>不是客訴</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>火氣</translation>
    </message>
    <message>
        <source>Complaint or not</source>
        <translation>是不是客訴</translation>
    </message>
    <message>
        <source>Whose side</source>
        <translation>責任在哪一方</translation>
    </message>
    <message>
        <source>whose side?</source>
        <translation>責任在哪方？</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>For you alone. None of it goes into a reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}, since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>none before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} before, last {day}: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Household</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} orders paid back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their first order here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The benefit of the doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier says it was delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter says it has not come. {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money back: {count} of {all} orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said not to have come: {count} of {all} orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different addresses: {count}, orders: {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money back, by this e-mail: {count} of {all} orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money back, at this address: {count} of {all} orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money back, in this household: {count} of {all} orders.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeliveryWords</name>
    <message>
        <source>{marketplace} told the buyer {day} at the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can ask the carrier to search for it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {day} you can ask the carrier to search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {day} you can claim from the carrier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier took claims until {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can claim from the carrier now, if it was insured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can claim from the carrier until {day}, if it was insured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier says so, on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shipped yet,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as far as the files say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label made on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier has not reported having the parcel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file says whether it was shipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its delivery window is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business day {day} of {days}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day {day} of {days}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search is possible since {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search is possible from {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts as lost from {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A claim is possible since {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The window ended on {day}, %n day(s) ago.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEND</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PySide6 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a system library is missing ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Debian: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its libraries load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on: start it in a desktop session, or on a bare server with &apos;xvfb-run softanswer&apos; (Debian: apt install xvfb xauth).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passwords can&apos;t be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it keeps passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this Python&apos;s SQLite has no FTS5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the Python of python.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite {version} with FTS5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;softanswer doctor --repair&apos; sets it aside; held replies come from the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}; {empty} of {size} MB are empty: &apos;softanswer doctor --compact&apos; gives them back to the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no password is kept for {addresses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the account and add it again, or type the password when the window asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed in: {addresses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in: &apos;softanswer account sign-in ADDRESS&apos;, or in the account&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set them anew in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every value is in its range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is sound; there is nothing to repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the damaged database is kept as {file}; {accounts} accounts and {replies} waiting replies are back, the replies paused. &apos;softanswer sync&apos; brings the mail again; import the orders again; drafts and corrections are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your accounts again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repair</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>It has its star already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter is not here as a whole and can&apos;t be saved: “{action}” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To choose the order of a letter, press {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only replies cool down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter waits here by itself once its answer is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind a letter is, is said above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every letter is in All mail anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved search finds its letters by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is owed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has its answer, or nobody asks for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file of the letter could be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Enclosing</name>
    <message>
        <source>Attach files</source>
        <translation>附加檔案</translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is taken off. {keys} brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be shown here. It goes with the reply as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnclosureRow</name>
    <message>
        <source>Attachments of the reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>An answer is owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply is written and waits its cool-down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All letters are answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no complaint after all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A telephone call: both talked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A telephone call: nobody answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds something already. Name a new folder, or an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {number}, opened {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer: {name} &lt;{address}&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, in times of {zone}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} ({place})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} ({place}), known from mail only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posted {day}, {service}, tracking number {tracking}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised: “{sentence}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: “{sentence}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They wrote: “{subject}” ({file})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We wrote: “{subject}” ({file})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters of which only the header is on this computer: {count}. &apos;softanswer sync&apos; brings the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters without some of their attachments, which are on the mail server only: {count}. &apos;softanswer fetch ID&apos; brings those of a letter here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceFolder</name>
    <message>
        <source>Open a complaint first: only complaints have a case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the case in this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {number}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is saved as the folder “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next business day, for what you do first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when you answer at the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marketplace of the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of your shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whom the letter greets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters that they had from you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“seller”, “carrier” and so on: whose side it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“feminine” or “masculine”: how you write of yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“birthday”, “wedding” and so on: what they wanted it for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“map”, “jacket” and so on: what they miss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“wet”, “cover” and so on: what is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“stamps”, “notes” and so on: what is not as described</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day of their letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day of their first letter without answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters without answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days that they wait for an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title of the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies in the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>condition as sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>town it goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum they paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>postage they paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day of posting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>postal service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tracking number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days from order to posting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first day of delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last day of delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“business” or “calendar” days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which day of the delivery time it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days of the delivery time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>business day after the delivery time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day from which it counts as lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day of delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days they have had it, if many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day it came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the book or the books, with the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how it arrived: soaked, with a damaged cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is not as described, behind “that”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what they ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sum of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part that is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part that you send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what they wanted it for: for the birthday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parcel, with its day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regret, to one who writes again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-off and signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thanks, to one who writes again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owns it, by the side it arose on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owns the wait, where there was one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivery time in a sentence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>Order and customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the number before you state a fact.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsSide</name>
    <message>
        <source>Order</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>規定</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Did we cause this?</source>
        <translation>是我們造成的嗎？</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Leave it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>「{text}」</translation>
    </message>
    <message>
        <source>By {day} instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the repair in</source>
        <translation>套用修改</translation>
    </message>
    <message>
        <source>Put “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advice, {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}, {key} next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why may it stay?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>Move to a folder</source>
        <translation>移到資料夾</translation>
    </message>
    <message>
        <source>To which folder?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FolderListModel</name>
    <message>
        <source>always followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent mail, always followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archive, not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trash, not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>junk, not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts, not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only shows other folders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderWatch</name>
    <message>
        <source>{file}: {new} new, {changed} updated, {bad} lines left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} in the watched folder is of a kind that is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say once what its columns are; the next file of that kind is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is looked for again and again; or choose another in Preferences.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldersDialog</name>
    <message>
        <source>Folders of {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Follow these folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is asked for its folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Follow these, let go of %n letters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters of the folders that you follow no more will not be kept here. They stay on the server. What has a case, a held reply or a draft is kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Letters in a followed folder are fetched, judged and searched as those in INBOX. What you archive or throw away is put out of your lists, so those folders are not followed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>Once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always from this sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formatted form of this letter does not say the same as its text. What was understood, and what is quoted, is the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FurtherAddress</name>
    <message>
        <source>Further address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orders@shop.example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the further address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name, if another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GateCards</name>
    <message>
        <source>It will record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts it states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since your first draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It promises nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names nothing that the order could confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: it is as it was first written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {promise}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No day named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, past already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was found was mended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GateFoot</name>
    <message>
        <source>Not yet, 1 h more</source>
        <translation>還不行，再等 1 小時</translation>
    </message>
    <message>
        <source>Edit, hold restarts</source>
        <translation>修改，冷靜期重新開始</translation>
    </message>
    <message>
        <source>I can read this calmly: send</source>
        <translation>我能平靜地讀它：寄出</translation>
    </message>
    <message>
        <source>What you send can be passed on and posted, in whole or in part.</source>
        <translation>您寄出的內容可能被轉寄或公開，全文或片段都有可能。</translation>
    </message>
    <message>
        <source>Marketplaces ask you to use their own messages.</source>
        <translation>賣場要求使用它們自己的訊息。</translation>
    </message>
    <message>
        <source>Call instead: not here</source>
        <translation>改用電話：這裡不行</translation>
    </message>
    <message>
        <source>Call instead: no number</source>
        <translation>改用電話：沒有號碼</translation>
    </message>
    <message>
        <source>Call instead: when the hold has ended</source>
        <translation>改用電話：等冷靜期結束</translation>
    </message>
    <message>
        <source>Call instead</source>
        <translation>改用電話</translation>
    </message>
</context>
<context>
    <name>GateView</name>
    <message>
        <source>Read both letters once more</source>
        <translation>把兩封信再讀一遍</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Read your letter once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes out now.</source>
        <translation>現在寄出。</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信件</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回覆</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>冷靜中</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已存的搜尋</translation>
    </message>
    <message>
        <source>View</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程式</translation>
    </message>
</context>
<context>
    <name>Handling</name>
    <message>
        <source>This letter is not sent yet: write on, or throw it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter is thrown away. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away: {count} letters. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to bring back: it waits already, or it has its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for an answer again. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They wait for an answer again: {count} letters. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to Archive. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to Trash. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to Junk. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to {folder}. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved: {count} letters. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays in the list until its case and its reply are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No star any more. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as read. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as unread. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is chosen. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What mail says of this order counts from now on. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatLine</name>
    <message>
        <source>Their letter: {heat}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your first draft: {heat}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer: {heat}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeldCard</name>
    <message>
        <source>Look at both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read both letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>It has arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send once more…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 h longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may get it twice: send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldWords</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>Cool down until {time}</source>
        <translation>冷靜到 {time}</translation>
    </message>
    <message>
        <source>It goes out by itself when the hold ends.</source>
        <translation>冷靜期結束後會自動寄出。</translation>
    </message>
    <message>
        <source>You will be asked to read both letters again.</source>
        <translation>之後會請您把兩封信再讀一遍。</translation>
    </message>
    <message>
        <source>You will be asked to read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours last until {time}, which is after the answer deadline.</source>
        <translation>安靜時段到 {time}，已超過回覆期限。</translation>
    </message>
    <message>
        <source>Nothing leaves before {time}: quiet hours.</source>
        <translation>{time} 以前不會寄出：安靜時段。</translation>
    </message>
    <message>
        <source>{length}, cut to stay inside the deadline.</source>
        <translation>{length}，為了趕上期限而縮短。</translation>
    </message>
    <message>
        <source>{length}: longer, because this was written in some heat.</source>
        <translation>{length}：較長，因為寫的時候帶著火氣。</translation>
    </message>
    <message>
        <source>{length} for ordinary mail.</source>
        <translation>一般信件 {length}。</translation>
    </message>
    <message>
        <source>{length} for heat {heat}.</source>
        <translation>火氣 {heat} 級，{length}。</translation>
    </message>
    <message>
        <source>Then it is held for {length}. Nothing goes out before you have read it again.</source>
        <translation>接著會保留 {length}。您再讀一遍之前，什麼都不會寄出。</translation>
    </message>
    <message>
        <source>{length} instead of {whole}, to stay inside the answer deadline.</source>
        <translation>{length}，而不是 {whole}，以便趕上回覆期限。</translation>
    </message>
    <message>
        <source>{length}: base {base} × {factor}, longer for your own heat.</source>
        <translation>{length}：基本 {base} × {factor}，因您自己的火氣而加長。</translation>
    </message>
    <message>
        <source>{length}: made longer by you.</source>
        <translation>{length}：由您加長。</translation>
    </message>
    <message>
        <source>{length}: the base, for ordinary mail.</source>
        <translation>{length}：一般信件的基本時間。</translation>
    </message>
    <message>
        <source>{length}: base {base} × {factor} for heat {heat}.</source>
        <translation>{length}：火氣 {heat} 級，基本 {base} × {factor}。</translation>
    </message>
    <message>
        <source>The answer was due {time}.</source>
        <translation>回覆期限原為 {time}。</translation>
    </message>
    <message>
        <source>Answer deadline {time}.</source>
        <translation>回覆期限 {time}。</translation>
    </message>
    <message>
        <source>It cools until {time}. Until then it can be read, not sent.</source>
        <translation>冷靜到 {time}。在那之前可以讀，不能寄。</translation>
    </message>
    <message>
        <source>It is paused and can&apos;t be sent. Hold it again, or take it back.</source>
        <translation>已暫停，不能寄出。請重新冷靜，或收回。</translation>
    </message>
    <message>
        <source>You have approved it already; here it can only be read.</source>
        <translation>您已經同意寄出；這裡只能閱讀。</translation>
    </message>
    <message>
        <source>The hold of {length} ended {time}. Nothing has been sent.</source>
        <translation>{length} 的冷靜期已於 {time} 結束。還沒有寄出任何東西。</translation>
    </message>
    <message>
        <source>Take your time.</source>
        <translation>慢慢來。</translation>
    </message>
    <message>
        <source>Take your time: {time} left to answer.</source>
        <translation>慢慢來：還有 {time} 可以回覆。</translation>
    </message>
    <message>
        <source>Taken out: “{text}”</source>
        <translation>刪去：「{text}」</translation>
    </message>
    <message>
        <source>Put in: “{text}”</source>
        <translation>加入：「{text}」</translation>
    </message>
    <message>
        <source>“{before}” became “{after}”</source>
        <translation>「{before}」改成「{after}」</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>還有 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>You left one place as it is: “{reason}”</source>
        <translation>有一處您保留原樣：「{reason}」</translation>
    </message>
    <message>
        <source>Counts at once, for every reply held from now on.</source>
        <translation>立即生效，適用於此後開始冷靜的每封回覆。</translation>
    </message>
    <message>
        <source>Counts for replies held from {time} on.</source>
        <translation>適用於 {time} 起開始冷靜的回覆。</translation>
    </message>
    <message>
        <source>What shortens a hold waits until the {length} of now have run out once.</source>
        <translation>會縮短冷靜期的設定，要等目前的 {length} 過完一次才生效。</translation>
    </message>
    <message>
        <source>Your last change shortens holds; until then the longer ones stay.</source>
        <translation>您上次的更改會縮短冷靜期；在生效前仍用較長的時間。</translation>
    </message>
</context>
<context>
    <name>Holding</name>
    <message>
        <source>Sent to {name}, {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter that this reply answers is not here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back; the text is a draft again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call is noted. Now write down what you agreed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted: you called, and nobody answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved. It waits until you let mail go out again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way to {to}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cooling until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentityBar</name>
    <message>
        <source>Subject</source>
        <translation>主旨</translation>
    </message>
    <message>
        <source>Leave the reply, keep the draft</source>
        <translation>離開回覆，保留草稿</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附加檔案</translation>
    </message>
    <message>
        <source>From {name}</source>
        <translation>寄件人 {name}</translation>
    </message>
    <message>
        <source>To {name}</source>
        <translation>收件人 {name}</translation>
    </message>
    <message>
        <source>Suggested: {why}</source>
        <translation>建議：{why}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>寄件人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">取消</translation>
    </message>
    <message>
        <source>Take these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed yet; afterwards one click takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Imported orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Read as: {kind}. New: {new}. Updated: {changed}. As they were: {same}. Lines left out: {bad}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These lines were left out. Mend them in the file and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>none chosen</source>
        <translation>未選取</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>已選 {count} 封</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys}, yours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyOverview</name>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>No keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While you write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Cooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While you read both letters again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>F1 shows every key, wherever you are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters work as keys in lists and letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as j and k for the next and the one before, and r to reply. They never act in a text field. Turn them off if you dictate, or if a stray key does harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the key for “{action}”, or two after each other. Esc leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is needed by lists, buttons and fields. Press another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While you write, {key} is typed. Press it with Ctrl or Alt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} starts “{other}” there. Press another key, or take it over: “{other}” then keeps its other keys, or has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} shows the search or the keys everywhere. Press another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{other}” has its key now. Give that another one first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindsButton</name>
    <message>
        <source>all letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kinds} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered for: {kinds}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>Close Soft Answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LengthField</name>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonsPage</name>
    <message>
        <source>Corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you said otherwise than a letter was read, later letters that are alike follow you: by one step at most, from three corrections on, and each says so. Your word on the letters themselves stays when you forget this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters that you corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>It is named like a .{inner} file, but it is a .{ending} file. Save it only if you know what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of this kind are not opened from here. Save it, and open it with a program that you trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name says that it is a .{ending} file, its content says something else. Save it only if you know what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be saved in {folder}: {error}. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has too many files named {name}. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a program or a shortcut to one (.{ending}). Never start it unasked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a page that can run scripts (.{ending}), so it is not opened from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can carry macros or formulas (.{ending}), so it is not opened from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is an archive (.{ending}): what is in it can&apos;t be seen, and it is not unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a letter, an invitation or a card (.{ending}); it is not opened from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leads to no page and to no address, so it is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address is too long to be looked at, so it is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address can&apos;t be read, so it is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands before the @ only looks like a server; it leads to {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its server is written with letters that can look like others: {seen} is {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its server has only a number, {host}, and no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says {named}, but leads to {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names no mail address, so it is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wants to set more than the text of a letter; that is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be found in the letter. Look at its source instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterHead</name>
    <message>
        <source>case {number}</source>
        <translation>案件 {number}</translation>
    </message>
    <message>
        <source>promised, no day named</source>
        <translation>已承諾，未說哪一天</translation>
    </message>
    <message>
        <source>promised for {day}, past</source>
        <translation>曾承諾 {day}，已過</translation>
    </message>
    <message>
        <source>promised for {day}</source>
        <translation>已承諾 {day}</translation>
    </message>
    <message>
        <source>{marketplace} relay</source>
        <translation>{marketplace} 轉信</translation>
    </message>
    <message>
        <source>direct mail</source>
        <translation>直接來信</translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>The letter is very long; its end is not shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of this letter is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quoted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterPicker</name>
    <message>
        <source>Put a template into the reply</source>
        <translation>把範本放進回覆</translation>
    </message>
    <message>
        <source>Which letter?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter has these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterView</name>
    <message>
        <source>Letter</source>
        <translation>信件</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>This link may not be what it seems. Open it anyway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link stays closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies keep the language of the letter they answer, whatever you set here. Another language of the window counts from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when I ask for them, letter by letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all that need an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact: more rows at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in letters from the internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large attachments are fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notice tells of new letters while you are elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent}%, as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When I want them, in letters above {size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once, with every letter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message>
        <source>The server&apos;s name is empty or has a blank in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} is no port: give a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unprotected connection is allowed only to this computer, not to {host}: choose tls or starttls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is given twice: each address counts once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or install one (GNOME Keyring, KWallet, or KeePassXC with its Secret Service), or type the password at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring has no password for {address}. Type it in the account&apos;s settings, or run &apos;softanswer account add&apos; again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only keyring of this computer keeps passwords in a file of its own ({keyring}), which may be plain text. {mend} To use that file all the same, set {choice}={keyring}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring to keep passwords in. {mend}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring cannot be used ({kind}: {error}). It may be locked: unlock it, then try again; or type the password at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names no protected server for both incoming and outgoing mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no list of mail servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DNS did not say where the mail of {name} is ({error}). Check the internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known to this program as a server of {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a server of {place}, which takes the mail of this domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named by your provider at {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named in the DNS at {place}, which is not protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessed: {place} answers and can prove its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the DNS who takes the mail of {domain}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {place}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the DNS for the servers of {domain}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying {host}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail servers of {domain} were not found. Type them as your provider&apos;s help page gives them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not accept the user name and password ({error}). Check both in the account; some providers want an app password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} It says: {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it offers no log-in by password; no password was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent more than any mail needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} ended the connection: {words}. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} asks to try again later: {words}. That happens by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refused: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered in a way that IMAP does not allow ({error}). It is tried again by itself; if it stays so, tell the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox could not be looked at in time, so the letter waits. Check the internet connection; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is no mail address: there is nothing behind an @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program wrote this message ({why}): nobody would read an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote this letter yourself: choose a letter of the customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} takes no answers: answer on the site that sent the message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter names no address that an answer could go to: look for the customer&apos;s address in the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} takes no letters: only a program writes from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {field} field has a line end or a control character in it: write it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {field} field holds no single mail address: &quot;{spec}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} has letters before the @ that most servers refuse: use another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server now has this letter in another form, so its attachments were not taken over. Look at it with your provider&apos;s webmail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This letter is not on the mail server any more, so what was left there can&apos;t be fetched. Ask the sender to send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user name has a character that no name has. Type it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” was copied to {folder}. The server cannot remove a single letter, so the original is only marked as deleted there; your provider&apos;s webmail can clear it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” was not found in {folder} any more, so it could not be moved from there. Another program may have moved or deleted it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mark that was set here is not on the server yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mark that was cleared here is still on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter was delivered, but no copy of it is in Sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter that was moved here is not moved on the server yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no folder for sent letters, so no copy was filed. Make a folder named Sent in your provider&apos;s webmail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” could not be moved on the server, so it is back in your list. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mark of “{subject}” could not be changed on the server, so it is here again as it is there. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owed} {error} It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring has no password for {address}, only an earlier sign-in. Type the password in the account&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came from the browser in {minutes} minutes. Nothing was changed; sign in again when you have the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} let you in for an hour only, without a refresh token. Ask for offline access in the scopes of the account, then sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} can&apos;t renew the sign-in now ({said}). That is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} refused the sign-in ({said}). Compare the client ID and the client secret with the provider&apos;s page, then sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client ID is empty or has a blank in it. Copy it from the provider&apos;s page as it stands there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is no address for signing in: only https:// is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in needs the provider&apos;s sign-in page, its token address and a scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} is not this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in with {provider} yet. Please sign in again, in the account&apos;s settings, or with &apos;softanswer account sign-in&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in with {provider} no longer holds ({said}). Please sign in again, in the account&apos;s settings, or with &apos;softanswer account sign-in&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} did not let this program in ({said}). Nothing was changed. Sign in again, and allow the access on the provider&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} answered in a way that signing in does not know. Check the provider&apos;s addresses in the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending was broken off before the letter was handed over. It stays in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} offers no log-in by password that this program knows. No password was sent. Ask the provider for its submission server and port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it answered {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not confirm the letter after all of it was sent ({why}). It may have been delivered. Look into the Sent folder before you send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is no mail address. Nobody got the letter. Correct the address and hold the letter again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this program&apos;s EHLO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the request to protect the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the log-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sender {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recipient {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large. Take the letter back, shorten it, and hold it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server takes no mail from {sender}. Write from an address that belongs to this account, or have the provider add {sender} to it; then hold the letter again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amazon takes mail to a buyer only from your registered address or from an approved sender. Approve {sender} in Seller Central under Messaging Permissions, then hold the letter again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is an eBay alias. Look whether {sender} is the address that your eBay account is registered with, then hold the letter again; or answer in eBay&apos;s messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such mailbox, or it takes no mail any more. Compare the address with the order, correct it, and hold the letter again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s mailbox is full. Hold the letter again tomorrow, or reach the customer in another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot read this address. Look for a typing mistake, correct it, and hold the letter again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot send to addresses with letters beyond ASCII. Use another address of the customer, then hold the letter again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server passes mail on only for those who have logged in to it. Check the outgoing server, its port and the user name in the account, then hold the letter again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider lets this account send no more for now. Wait until its limit is over, often a day, then hold the letter again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spam filter or a rule of the server stopped it. Take links out of the letter and hold it again; if it stays so, show the server&apos;s words to your mail provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes no mail from this program at this port. Ask the provider for its submission server and port, correct them in the account, then hold the letter again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the server&apos;s reason, change the letter or its recipient, and hold it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers ask senders whom they do not know yet to wait a little. It is tried again by itself, for up to a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s mailbox is full. It is tried again by itself, for up to a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is busy or about to restart. It is tried again by itself, for up to a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again by itself, for up to a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not accept the user name and password ({code} {said}). Check both in the account; some providers want an app password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} wants a log-in before it takes {what} ({code} {text}). Check the user name, the password and the port in the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not take {what} now ({code} {text}). {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refused {what} ({code} {text}). Nobody got the letter. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter is too large for {host}: {size:.1f} MB, and the server takes {limit:.1f} MB. Make it smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} cannot send to addresses with letters beyond ASCII: {path}. Use another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered in a way that SMTP does not know ({said}). It is tried again by itself, for up to a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is not followed any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen folder {folder} could not be opened. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} on the server is suddenly empty. The {count} letters stored here were kept. Look into your provider&apos;s webmail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server says: {alert}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen folder {folder} is not on the server any more. Its letters here were kept; choose your folders anew in Preferences, Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} could not prove who it is: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No password was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate says that it was issued by “{issuer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not offer to protect the connection (STARTTLS) on port {port}, or somebody in between hides the offer. No password was sent. Ask the provider for its TLS port and choose tls for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate has expired. If today is not {today}, set this computer&apos;s clock; else ask the provider to renew the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate is not valid yet. If today is not {today}, set this computer&apos;s clock; else ask the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate was made out for another name than {host}. Check the server&apos;s name in the account; the provider&apos;s help page gives the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate is self-signed, so anybody could have made it. Ask the provider for the right server name, or for a certificate of a known authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate comes from an authority that this computer does not know. Check the server&apos;s name in the account, or ask the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}. Check the server&apos;s name in the account, or ask the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} offers no sign-in through the provider (OAUTHBEARER or XOAUTH2). Nothing secret was sent. Check the server&apos;s name in the account, or sign in with an app password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not accept the sign-in for {username} ({error}). Look whether the provider allows IMAP and SMTP for this mailbox, then sign in again, with this very mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered in a way that the web does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent more than was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody answers there (connection refused)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} could not be reached: {why}. Check the internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is not asked: the address is not protected (https://).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent text before the protected connection began, as somebody in between would. No password was sent. Try from another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No protected connection to {host} on port {port} came about: {why}. Check the port and the kind of protection (tls or starttls) in the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent an endless line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {host} sent compressed cannot be read. It is tried again by itself, without compression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} was lost: {why}. Check the internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server name {host} was not found. Check its spelling in the account, and the internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} could not be reached on port {port}: {why}. Check the internet connection, and the server&apos;s name and port in the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it broke the connection off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the handshake failed ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account of this letter is not connected. Wait a moment, or look into Preferences, Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account of this reply is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring of this computer keeps the password of {address}: it is in memory only, and each start asks for it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>What are these columns?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name of this kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the orders were placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How days are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month first: 11/3/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day first: 3/11/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is of a kind that is not known yet. Say what its columns are; files with the same columns are then read by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the columns of {file} are. Files that are imported from now on are read so; import one again to mend its orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} (needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the column of: {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} is chosen twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing names the currency: sums are shown without one, and no refund can be worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation>書名</translation>
    </message>
    <message>
        <source>Price of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>冊數</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ISBN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postage paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer&apos;s mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street, second line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State or county</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be posted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted on</source>
        <translation>寄出日期</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarketplaceBoxes</name>
    <message>
        <source>Registered with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered with {marketplace}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageListModel</name>
    <message>
        <source>Letter</source>
        <translation>信件</translation>
    </message>
</context>
<context>
    <name>MessageListView</name>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Money</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>運費</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part was given back already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The money was given back already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewLetterDialog</name>
    <message>
        <source>Write a new letter</source>
        <translation>寫新信</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>姓名或地址</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write the letter</source>
        <translation>寫信</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>From</source>
        <translation>寄件人</translation>
    </message>
    <message>
        <source>It cools down and is read again like every letter before it goes out.</source>
        <translation>它和其他信一樣，會先冷靜、再讀一遍，才會寄出。</translation>
    </message>
</context>
<context>
    <name>NewLetters</name>
    <message>
        <source>Add an account first: a letter needs one to go out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeLines</name>
    <message>
        <source>This is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on, what mail says of this order may stand in a reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known only from {notice}. Nothing of it goes into a reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not have it. None of it goes into a reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in the mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: the notice of {day} says {mail}; the file says {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: the notice of {day} says {mail}; another notice says {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your mail server does not tell whether the notice is genuine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>冊數</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>書名</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>運費</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ships to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation>寄送方式</translation>
    </message>
    <message>
        <source>Expected by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>追蹤號碼</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>This letter brought no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole letter is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This complaint comes from somebody with no order here. Show its pictures?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} then learns that you have read it, when, and roughly from where. They are shown this once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are being fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures could not be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program of this computer opens this link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetched: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no picture that can be shown, or it is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name} with the program of this computer for it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open only what you expect. It is opened as a copy that nothing else uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save in this folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderBrowser</name>
    <message>
        <source>The orders are in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter is about this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderCard</name>
    <message>
        <source>Order</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation>書名</translation>
    </message>
    <message>
        <source>Sold as</source>
        <translation>售出時的品相</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>冊數</translation>
    </message>
    <message>
        <source>{n} copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}. Days from order to posting: {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A download: nothing is posted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderFinder</name>
    <message>
        <source>Number, title or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another order?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be one of these:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order fits this letter. Find it here, or ask for its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other order fits this letter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderImport</name>
    <message>
        <source>Import orders</source>
        <translation>匯入訂單</translation>
    </message>
    <message>
        <source>Order files (*.csv *.txt *.tsv *.sta);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {files}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was broken off. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing the orders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} orders imported, {changed} updated, {bad} lines left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderLine</name>
    <message>
        <source>No order yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posted {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderModel</name>
    <message>
        <source>Bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation>書名</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Known only from {notice}. Nothing of it goes into a reply until a file says it too, or you confirm it beside its letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>is no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be two dates, and no other date of the file tells which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no order number; eBay gives none while a purchase is not paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has neither a sales record number nor an order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}. See that the file is there and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no columns of a known export. Give a report of a marketplace, a shop, PayPal or a postage service as it was downloaded, or import it in the window, which asks once what its columns are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} is &apos;{shown}&apos;, which {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has lost its last digits in a spreadsheet: import the file as it was downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no JSON ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no &quot;columns&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no field &apos;{field}&apos;; the fields are {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column of &apos;{field}&apos; is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its marketplace is none of {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its &quot;day_first&quot; is neither true nor false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say which column is the order_id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no column &apos;{column}&apos;, which the mapping &apos;{name}&apos; names. Its columns are: {columns}. Give another mapping, or correct this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no mapping of columns: {why}. Write it like this: {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is known only from mail and not confirmed: import it from the marketplace&apos;s own file, or confirm it beside its letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has neither a recipient nor a tracking number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was broken off; nothing of the file was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spreadsheet or an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an old spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quotation mark in it is opened and never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB. No order export is: see that it is the right file, or export a shorter time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is {what}, not a text file. Save it as CSV or tab-separated text, or download it again in that form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a text file. Download the export again as CSV or text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty. Export the orders again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line has {count} characters, more than any order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has NUL bytes in it, so it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has letters that cannot be read, so it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one cell has {count} characters, more than the {most} allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder}, whose order files are imported, can&apos;t be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} can&apos;t be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names the order number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quoted text names the order number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number fits, the sender does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names the tracking number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tracking number fits, the sender does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing shows who the sender is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is that of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first name is that of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter comes from the address of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter comes from the marketplace&apos;s alias of the buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the newest of {count} orders of this customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names the title {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names the item number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names the buyer {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names the number {number}, one sign away from that of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names the order number {number}, which no known order has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names the ISBN {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names the amount {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names the day of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names a word of the title: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another order of the same person at the same address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names the postal code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letter names the town {town}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service needs a name: the one that your order files give it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a service {name} already. Change that one, or name this one otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and source may have {most} characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window from day {first} to day {last} is none: the first day comes before the last, and the last is {most} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parcel cannot count as lost after {lost} days while it may still come on day {last}. Give a later day, {most} at most, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no order {number} in the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of carrier services cannot be used: {why}. Mend it, or take it away to use the one of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcel has been posted meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcel has been delivered meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcel is on its way back to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has been cancelled meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money has been given back for the order meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Order files that come into this folder are imported by themselves while the window is open, each content once. The files stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: files are imported by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of files whose columns you named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet: a file of an unknown kind asks for its columns when it comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of order files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersView</name>
    <message>
        <source>Orders</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Number, title, name, town, tracking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order fits. Type less, or another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orders yet. Import a file, or drop it on the window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OurLetter</name>
    <message>
        <source>Your answer</source>
        <translation>您的回覆</translation>
    </message>
    <message>
        <source>Your answer, held since {time}</source>
        <translation>您的回覆，自 {time} 起冷靜中</translation>
    </message>
    <message>
        <source>Your letter, held since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {address}</source>
        <translation>寄給 {address}</translation>
    </message>
    <message>
        <source>Subject: {subject}</source>
        <translation>主旨：{subject}</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>The program ended while the server&apos;s answer was awaited: the letter may have been delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a paused reply can be held again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This reply is still cooling; it can&apos;t be sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This reply has not been read again and approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored letter is not the approved one any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a reply that is being sent can be dotted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not go out for more than 12 hours after you had read it. Read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an uncertain reply can be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply to this letter is held already. Take it back first, then change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was called off before it had left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault of the program kept it from going out. It is tried again later; the log in the profile folder says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} That was the last of {count} tries, over a day: it is given up. Take it back, or reach the customer in another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This reply was changed by another window or command in the meantime. Look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no held reply {number}. &apos;softanswer outbox list&apos; shows them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>Cooling</source>
        <translation>冷靜中</translation>
    </message>
    <message>
        <source>Nothing is held. A reply that you finish cools down here.</source>
        <translation>沒有冷靜中的回覆。寫好的回覆會在這裡冷靜。</translation>
    </message>
    <message>
        <source>A shorter cool-down in Preferences never shortens these holds.</source>
        <translation>在偏好設定中縮短冷靜期，絕不會縮短這些等待。</translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message numerus="yes">
        <source>%n letter(s). Those that need you come first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The other answer, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter it answers, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their new letter, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>They wrote %n times within {span}, last {time}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{head}. They may still be writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cooled down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold has just run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {time}. Then it goes out by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {time}. Then you read it again; nothing goes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new letter from them or any change starts it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cooling, {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: they wrote again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer letter has come. The hold stands still until you have seen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does your answer still fit? Hold it again, or take it back and change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: answered elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer to this letter has gone out from another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this one back, or hold it again if they should get both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: the order has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is news of the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: an attachment is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that goes with it is not here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back, attach the file again, and hold it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: restored from a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail data here is a copy. This reply may have gone out since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in Sent whether it has gone out already, then hold it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold stands still until you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold ended {time}. It waits for you; nothing has been sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet. The next try comes by itself, {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again, waits for the morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again, goes out next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have read both letters. It goes out as soon as the server is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter is on its way to the mail server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter has left; the server&apos;s answer is awaited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going out now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is never sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not certain: perhaps sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the letter has gone out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is a draft again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnLetter</name>
    <message>
        <source>Add an account first: a letter needs one to go out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test letter to myself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your test letter is held already: you find it in Cooling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When that time is over, it goes out by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When that time is over, it is ready: open it in Cooling, read it once more, and send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a test letter. It goes from you to yourself, and you may write in it whatever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start its cool-down. Nothing leaves at once here: the letter rests for {time}, as long as you have set. {then}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little later it comes back into your inbox. Then you know that both sending and fetching work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you for trying it out!</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnTime</name>
    <message>
        <source>A day and time of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This letter has not been downloaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter from {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation>寄件人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Attachment without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No subject</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParcelCard</name>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Carrier says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation>寄送方式</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>追蹤號碼</translation>
    </message>
    <message>
        <source>Its kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told by its form</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>PolicyCard</name>
    <message>
        <source>Policy</source>
        <translation>規定</translation>
    </message>
    <message>
        <source>Estimates: check them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}–{last} business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}–{last} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business days of {country}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {days} where you post it, then those of {country}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within {hours} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within {days} business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} hours after their letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within {days} business days of opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within {days} days of the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You appeal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price and postage back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you pay the way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dispute until {day}, then {days} days to escalate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostView</name>
    <message>
        <source>Post test: as if they had posted it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in public answer to: {complaint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sentence of it, passed on alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here would look bad when quoted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sentence}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend this sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What strangers would learn of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address, number or full name of anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must not be in this letter at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it in the reply: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of another customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where somebody lives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The post test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you see this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferenceTransfer</name>
    <message>
        <source>Settings of Soft Answer. No passwords, accounts, letters or orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be written ({error}). Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is set already as the file says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>The cool-down must be from 1 minute to 48 hours; it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The factors are four numbers, one for each heat from 0 to 3, each from 1 to {most}; they stay as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours begin and end at two different times of day, such as 22:00 and 07:00, and last 12 hours at most; they stay as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({error}); the standard settings are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}, setting {key}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting &apos;{key}&apos;. The settings are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no number of minutes. Give one from 1 to 2880; it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no list of four numbers such as 1, 1, 2, 3; it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; gives no quiet hours. Write them as 22:00-07:00 by your own clock, as 22:00-07:00 customer by the customer&apos;s, or leave it empty; they stay as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is neither true nor false; it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no number of megabytes. Give one from 0 to {most}; 0 fetches every letter whole. It stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no number from 0 to {most}; it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no whole number; it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no size of the text. Give a whole number of percent from {least} to {most}; it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text of one line and at most {most} characters is wanted; it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no key of an action. Write it as done=Ctrl+E, with a blank between two keys; the keys stay as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no folder; it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; does not say where the folder is. Give the whole path, from the root of the disk; it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is none of {choices}; it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({error}). Nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too large for a file of settings. Nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file names no setting. Nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, {key}: {error} Nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} is not written as a file of settings is (name = value). Nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好設定</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店鋪</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresenceWords</name>
    <message>
        <source>Soft Answer stays in the tray to look after one held reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Soft Answer stays in the tray to look after %n held replies.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>all outgoing is stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One reply goes out in {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies go out in {seconds} seconds.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready to be read again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused by the mail server</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perhaps sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Replies: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has written and needs an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A complaint from {name}: {summary}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n complaint(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other letter(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They need an answer: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply to {name} has cooled down. You can read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server refused the reply to {name}. Nobody has got it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the reply to {name} has gone out. Please look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply to {name} is paused: they wrote again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply to {name} is paused: an answer has gone out from another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply to {name} is paused: their order has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply to {name} is paused: a file that goes with it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply to {name} is paused until you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have stopped all outgoing mail, and that stays so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies still go out while this window is closed: the postman runs without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing goes out while Soft Answer is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One reply cools until {time}. If Soft Answer is closed then, it waits to be read at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies cool, the last one until {time}. Those that have cooled down wait to be read at the next start.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One reply that goes out by itself waits for the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies that go out by themselves wait for the next start.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One reply goes out by itself when it has cooled down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies go out by themselves when they have cooled down.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One reply has been read but not sent yet. It stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies have been read but not sent yet. They stay here.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One reply has been read but not sent yet. It goes out meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies have been read but not sent yet. They go out meanwhile.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One reply has been read but not sent yet. It goes out at the next start; if that is more than 12 hours away, you are asked to read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies have been read but not sent yet. They go out at the next start; if that is more than 12 hours away, you are asked to read them again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One reply has cooled down. It waits for you to read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies have cooled down. They wait for you to read them again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One reply is being handed to the mail server. That is finished first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies are being handed to the mail server. That is finished first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One reply is paused. It stays until you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies are paused. They stay until you decide.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One reply was refused by the mail server. It stays until you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies were refused by the mail server. They stay until you decide.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One reply was perhaps sent. It stays until you have looked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies were perhaps sent. They stay until you have looked.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 reply cools</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies cool</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 is ready to be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n are ready to be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 is on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n are on their way</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 reply needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies need you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>No printer is set up on this computer. Set one up in its settings, or save the letter as a PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was printed or saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a letter first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another document is still being made. Wait a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer does not answer. Look whether it is on, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages are being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages are with the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}. Choose another folder, or make room.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemBar</name>
    <message>
        <source>Put this away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PutOffChooser</name>
    <message>
        <source>Back to “Needs answer” now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that you are looking into it</source>
        <translation type="unfinished">先告知正在查詢</translation>
    </message>
    <message>
        <source>A short reply that you are looking into it lets them wait calmly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day and time of your own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PuttingOff</name>
    <message>
        <source>Its reply waits for you: look at it in Cooling first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits for an answer here: there is nothing to put off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off until {time}. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off until {time}: {count} letters. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuietField</name>
    <message>
        <source>Nothing leaves at night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation>寄件人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>By whose clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by my clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the customer&apos;s clock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Needs answer</source>
        <translation>待回覆</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>冷靜中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候對方</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>好評</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星號</translation>
    </message>
    <message>
        <source>All mail</source>
        <translation>所有信件</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>訂單</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>No letter fits. Esc empties the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter is here now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new letter to {name}</source>
        <translation>給 {name} 的新信</translation>
    </message>
    <message>
        <source>It is not sent yet. “Reply” goes on with it, “Move to Trash” throws it away.</source>
        <translation>還沒有寄出。「回覆」可繼續寫，「移到垃圾桶」可丟掉。</translation>
    </message>
    <message>
        <source>New letters appear here by themselves.</source>
        <translation>新信會自動出現在這裡。</translation>
    </message>
    <message>
        <source>Add one, and its letters appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it out: a letter to yourself cools down, is read again, goes out and comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>沒有人在等您。</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>開啟中…</translation>
    </message>
</context>
<context>
    <name>Refund</name>
    <message>
        <source>Never came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came too late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed their mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing (yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book, as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book, too late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book, worn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>運費</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The law of the customer&apos;s country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel}: no fee, for the customer is not the cause of this return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel}: no fee for a book that comes back like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel}: the fee is cut to what is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel}: the postage goes back too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel}: the postage may be kept. Giving it back is your choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel}: you pay the way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel}: the customer pays the way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel}: a part may be smaller, or it is the whole price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay it when the book is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your terms take no returns for a change of mind: it is a kindness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more than is left of the payment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefundCalculator</name>
    <message>
        <source>Work out a refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From your own terms in Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reckoning only: nothing is paid or sent by it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>The attachment “{name}” is not in the profile folder any more. Attach the file again before the reply goes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attachment “{name}” in the profile folder is damaged. Attach the file again before the reply goes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account of this letter was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply is empty. Write it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter has no subject. Write one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply can&apos;t be held yet: {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no case {number}. &apos;softanswer cases&apos; shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no conversation {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is empty. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be kept in the profile folder: {error}. Make room on the disk, then attach it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a folder. Attach the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no ordinary file. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read: {error}. Look whether it is still there, then attach it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} takes at most {count} files with one letter. Send “{name}” with another letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t go with a letter to {service}, which takes {endings} only. Save it as one of these, then attach that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be attached: mail servers turn .{ending} files away, for they can be programs. Send a picture or a PDF of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With “{name}” the letter would have {size} MB, and {service} takes {most} MB. Make the file smaller, or send it with another letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has more than {most} MB; no mail server takes that. Make it smaller first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is no address of the account {account}. Add it there in Preferences, or choose one that it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the letter in the account {account}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The buyer wrote to {address}, and the marketplace takes an answer from no other address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The marketplace knows you as {address}, and takes an answer from no other address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no letter of a customer in {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no message {number}. &apos;softanswer messages&apos; shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This letter is held. Take it back first, then throw it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter goes to one address here. Left out: {others}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here that can be put off now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That time is past: choose a later one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer to the complaint is owed before then: choose an earlier time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyEditor</name>
    <message>
        <source>Your reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your answer, or take a suggestion.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyWords</name>
    <message>
        <source>{index} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to mend first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes into its hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) must be mended</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to mend</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of advice</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 fact agrees with the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n facts agree with the order</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 fact is not in the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n facts are not in the order</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>As in the order</source>
        <translation>與訂單相符</translation>
    </message>
    <message>
        <source>The order does not say this</source>
        <translation>訂單中沒有這項</translation>
    </message>
    <message numerus="yes">
        <source>%n set aside by you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 個字</numerusform>
        </translation>
    </message>
    <message>
        <source>{words}, rather long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>much heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the postage they paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the postage of a parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} and a parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs you {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs you {sum} at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>responsibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the wait is owned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>facts of the parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remedy with its day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject: {subject}</source>
        <translation>主旨：{subject}</translation>
    </message>
    <message>
        <source>Attached: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both letters state the same facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in your reply: {facts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only here: {facts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: {facts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address put right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search for another copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer by a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call put in writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer to each point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees paid back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates, numbers and the money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No refund, sold again for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees looked into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The missing part sent after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted, or refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postage back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund when the time is out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund now, before the time is out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund if it does not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund on return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund or a search, as they like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund, they keep the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent again, or refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return or part refund, as they like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search for the parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A working copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order number asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first word now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund for a lost parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A full answer by a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thanks, and an answer by a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thanks: they owe nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer once the book was looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the parcel is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A calm answer by a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last day of delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of posting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>postal service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explain kindly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>firm and kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set a boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share the joy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the blame on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An apology with an if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weak apology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An excuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A worn phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushes it on to others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word of regret yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody owns it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No remedy yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should they do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A promise without a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds sarcastic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An insult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A threat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads like shouting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talks down to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides behind a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too familiar a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives private data away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubts their word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defends itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gap still to fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not match the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed on this marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attachment is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wait is not owned yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against your own rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedDialog</name>
    <message>
        <source>Save a search</source>
        <translation>儲存搜尋</translation>
    </message>
    <message>
        <source>Change the saved search</source>
        <translation>修改已存的搜尋</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due:today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due:overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angry letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heat:2..3 state:needs-answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money asked back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind:refund-request state:needs-answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has:promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is:unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search of this name is there: this one takes its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>It stands in the rail with the number of letters that it finds. “Today” and “overdue” are reckoned anew each day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedRail</name>
    <message>
        <source>Saved searches</source>
        <translation>已存的搜尋</translation>
    </message>
    <message>
        <source>Save a search</source>
        <translation>儲存搜尋</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Moved. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved search is deleted. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search is saved. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved search is changed. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>“{name}:” waits for {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{piece}” is searched as it stands: “{name}:” takes {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number or its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day, such as 2026-11-01, 7d, yesterday, last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name or an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words of the subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 3, also &gt;=2 and &lt;2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue, today, tomorrow, week, or a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A closing bracket that nothing opened is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brackets stand too deep in each other; some are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {number} words and fields are searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no field; it is searched as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” has nothing on one side and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {most} saved searches already. Delete one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the search a name, such as “Due today”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is to be searched for, such as “due:today”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name may have {name} characters at most, and a search {search}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search mail and orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields and values of a search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, “phrases”, -without, OR, and fields: from: to: subject: order: kind: heat: due: state: has: is: after: before:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search</source>
        <translation type="unfinished">搜尋</translation>
    </message>
    <message>
        <source>Search in Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in Preferences (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretFields</name>
    <message>
        <source>with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through {provider}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the provider gave one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged, as it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type it to sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page of {provider}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in; sign in again with {provider}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with {provider}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Open Google&apos;s page and make a client of the kind “Desktop app”.
2. Publish the project there; while it is in testing, a sign-in ends after 7 days.
3. Copy the client ID and the client secret to here.
4. Sign in: your browser asks whether your client may use your mail.
An app password is simpler where your account allows one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Open Microsoft&apos;s page and register an app for accounts of any kind.
2. Add the platform “Mobile and desktop applications” with the address http://localhost.
3. Add the permissions IMAP.AccessAsUser.All, SMTP.Send and offline_access.
4. Copy the application ID to here; it is the client ID, and there is no secret.
5. Sign in: your browser asks whether your app may use your mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the client ID, and the secret where there is one, then sign in: your browser opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SenderBox</name>
    <message>
        <source>From</source>
        <translation>寄件人</translation>
    </message>
    <message>
        <source>The letter was written to this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is registered with {marketplace}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the account&apos;s own address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another address of the account.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SentLetter</name>
    <message>
        <source>Picture not shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerFields</name>
    <message>
        <source>{title}: server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None (this computer only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceDialog</name>
    <message>
        <source>Figures of {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use these figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USA, Saturdays count (USPS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USA, Monday to Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USA, Monday to Friday, few holidays (UPS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United Kingdom, Monday to Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Germany, Saturdays count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday to Friday, without holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the window counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcel arrives within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as lost after so many days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you have this from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, as your order files write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days on which it delivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days are counted from the day after posting. Today is noted as the day on which you checked these figures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceListModel</name>
    <message>
        <source>{name} · {first}–{last} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {first}–{last} business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} · yours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Delivery services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It never counts as lost by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as lost after so many days: {days}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {source}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long parcels travel. All figures are estimates; set your own, and every window is reckoned by them as soon as you keep these settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password for {address}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at {percent}%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings taken from the file. Undo with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both servers let us in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>Shop</source>
        <translation>店鋪</translation>
    </message>
    <message>
        <source>Suggested replies name the shop and are signed like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, as you sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As your name says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feminine: «я упаковала», “désolée”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masculine: «я упаковал», “désolé”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worded without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian and French letters speak of you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You take a change of mind back for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restocking fee, where the channel allows one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way back, without a fault of yours, is paid by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a payment the card company keeps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>your own table “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amazon report of unshipped orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amazon order report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amazon report of all orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amazon report of shipments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eBay order report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AbeBooks order file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alibris status file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Etsy orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Etsy order items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shopify order export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WooCommerce order export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PayPal activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ShipStation export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pirate Ship export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marketplace mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a notice of {sender}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a notice of {sender}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}. For you alone: it has no place in a reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted from your orders and cases here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it was paid by {name}: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: no check digit fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customs form, not tracked; check digit right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>International, check digit right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{carrier}, check digit right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From experience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>little relied on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fairly relied on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>well founded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} (checked {day}; {trust})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Source of the letter</source>
        <translation>信件原始碼</translation>
    </message>
    <message>
        <source>Only its beginning is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments that are still on the mail server are missing in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the whole letter</source>
        <translation>下載整封信</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>To have your spelling checked, install the optional part with pip install &apos;softanswer[spell]&apos; and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To have your spelling checked, install Enchant and its dictionaries (on Debian: apt install libenchant-2-2 hunspell-en-us hunspell-ru) and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dictionary can&apos;t be read ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English and Russian words are looked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English words are looked up; for Russian ones install a Russian dictionary (on Debian: apt install hunspell-ru) and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian words are looked up; for English ones install an English dictionary (on Debian: apt install hunspell-en-us) and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enchant is here, but no dictionary: install one (on Debian: apt install hunspell-en-us hunspell-ru) and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” is in no dictionary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” is in no dictionary. Perhaps:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to my dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore in this letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” is in your dictionary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelling is not checked: it is turned off in Preferences, Writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word is misspelt, as far as the dictionaries know.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPause</name>
    <message>
        <source>Stop all</source>
        <translation>全部停止</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>{address} still has replies in the outbox. Take them back or let them go out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account {address}. &apos;softanswer account list&apos; names those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account {address} is set up already. Remove it first to set it up anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} belongs to the account {holder}. Remove it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by a newer Soft Answer (its version {version}, ours {ours}). Nothing was changed. Install the newer program, or use another profile with --profile DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be used: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged or is no database of Soft Answer. It was left as it is. Run &apos;softanswer doctor --repair&apos; to set it aside and to start with a new one: mail comes again from the server, waiting replies from the journal beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left on the disk of {folder}. Nothing was lost: make room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written. See that the folder exists and that you may write there, or use another profile with --profile DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is in use by another program for more than {seconds} seconds. Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft Answer is already running on {folder}. Use that window, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message {number} is damaged on this disk. &apos;softanswer doctor --repair&apos; fetches all mail anew; waiting replies stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments of message {number} are still on the mail server. &apos;softanswer fetch {number}&apos; brings them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of message {number} only the header is here so far; the rest comes with the next &apos;softanswer sync&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no message {number}. &apos;softanswer messages&apos; names those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone any more: it was too long ago, or another program moved or deleted the letter meanwhile. Look for it in your other folders with your provider&apos;s webmail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This letter is not in your inbox any more: it lies in another folder already, or another program has moved or deleted it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the database smaller takes {needed} MB on the disk of {folder} for a while, and only {free} MB are left. Nothing was changed: make room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is there already. Give the backup another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no backup of Soft Answer, or it is damaged. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is removed, but its password is still in the keyring. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is removed here, but its provider could not be told ({error}) Take the access back in the security settings of your account there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestionPicker</name>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Read as a complaint: {certainty}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as no complaint: {certainty}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message>
        <source>Opening…</source>
        <translation>開啟中…</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>還沒有帳號</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>連線中…</translation>
    </message>
    <message>
        <source>Fetching mail: {done} of {total}</source>
        <translation>收信中：{done} / {total}</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>等您處理</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>No connection to the mail server.</source>
        <translation>連不上郵件伺服器。</translation>
    </message>
    <message>
        <source>Held letters wait and are looked at again before they go.</source>
        <translation>冷靜中的信會等著，寄出前會再看一次。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Type the password</source>
        <translation>輸入密碼</translation>
    </message>
</context>
<context>
    <name>TemplateDesk</name>
    <message>
        <source>No letter is there yet; facts are shown once there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the letter of {name}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. It is offered from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is gone; ours count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tone: {findings}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Templates</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>Not known for this letter, to be filled in: {facts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this letter one fact is not known, so it is not offered: {fact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept yet: {names}. Keep it, or close once more to forget the changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateListModel</name>
    <message>
        <source>{name} · not kept yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · your wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · yours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateParts</name>
    <message>
        <source>Language of the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter with its facts in braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter as it would be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may stand in a template; Enter puts it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Keep the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click or Enter puts it in:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Give the template a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is longer than {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template is empty. Write its letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another template is called “{name}”. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no template: its first line must be +++, and a line +++ ends its head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head of {file} can&apos;t be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” can&apos;t stand for “{key}” in the head of a template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: a name is used where nothing was set for it: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no template {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count} templates already. Delete one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not used. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is too large for a template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many tags stand inside of each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A template may not hold {thing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fact “{fact}” needs one of these behind it: |{filters}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no fact called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is no text and no whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An “if” inside of a tag needs an “else”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“in” can&apos;t be used here; compare with == instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two can&apos;t be compared: they differ in kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fact can&apos;t be set, and only one name at a time can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no filter called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can only stand behind a fact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” does not go with the fact “{fact}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only “plural” takes words in brackets: two forms of a word, in Russian three.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only parts of ours can be included, by their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no part called “{name}” in this language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dot behind a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>square brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, line {line}, column {column}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template is longer than {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word here is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag “{tag}” has no beginning before it; take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no tag called “{tag}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag is open until the end; close it with its end tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign “{sign}” can&apos;t stand inside a tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tag can&apos;t be read. Look at its quotation marks, brackets and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template has more than {count} tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag is too long.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextPreview</name>
    <message>
        <source>Only its beginning is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>TheirLetter</name>
    <message>
        <source>Their letter</source>
        <translation>對方的信</translation>
    </message>
    <message>
        <source>{name} wrote, {time}</source>
        <translation>{name} 寫道，{time}</translation>
    </message>
</context>
<context>
    <name>ToneGutter</name>
    <message>
        <source>Regret</source>
        <translation>歉意</translation>
    </message>
    <message>
        <source>Responsibility</source>
        <translation>承擔</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>補救</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Fetch mail now</source>
        <translation>立即收信</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>所有動作</translation>
    </message>
    <message>
        <source>All stopped</source>
        <translation>已全部停止</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>全部停止</translation>
    </message>
    <message>
        <source>Nothing goes out. Press to let ready replies go again.</source>
        <translation>什麼都不會寄出。再按一次，準備好的回覆就會繼續寄出。</translation>
    </message>
    <message>
        <source>Let nothing go out until you press it again.</source>
        <translation>在您再按一次之前，什麼都不寄出。</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Open Soft Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Twin</name>
    <message>
        <source>Take a suggestion first: it is there in both languages from our templates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This letter is written in one language only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwinPane</name>
    <message>
        <source>Close the second language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VentPad</name>
    <message>
        <source>Let it out</source>
        <translation>先發洩一下</translation>
    </message>
    <message>
        <source>What you want to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody will read this. It is gone when you close it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Earlier texts of this reply</source>
        <translation>這封回覆先前的文字</translation>
    </message>
    <message>
        <source>Earlier texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring this text back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>What stands in the reply now is kept here too; Ctrl+Z undoes the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. What you take out of this reply or replace will be kept here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>Soft Answer is at work without a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It finishes what it has begun, such as a letter that it hands over. This window opens by itself then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t wait</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message>
        <source>Nothing goes out now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail goes out again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other lines are in. Mend the file and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cooling until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account first: a letter needs one to go out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>calm</source>
        <translation>平靜</translation>
    </message>
    <message>
        <source>annoyed</source>
        <translation>不悅</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>生氣</translation>
    </message>
    <message>
        <source>furious</source>
        <translation>盛怒</translation>
    </message>
    <message numerus="yes">
        <source>as you corrected %n letter(s) of this sender</source>
        <translation>
            <numerusform>因為您更正過這位寄件人的 %n 封信</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as you corrected %n such letter(s)</source>
        <translation>
            <numerusform>因為您更正過 %n 封這樣的信</numerusform>
        </translation>
    </message>
    <message>
        <source>{now}, not {was}: {such}</source>
        <translation>{now}，而不是 {was}：{such}</translation>
    </message>
    <message>
        <source>as it was read</source>
        <translation>照原判讀</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>客訴</translation>
    </message>
    <message>
        <source>no complaint</source>
        <translation>不是客訴</translation>
    </message>
    <message>
        <source>A letter that you begin</source>
        <translation>您開始寫的信</translation>
    </message>
    <message>
        <source>Your letter to yourself is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your letter to yourself is back: sending and fetching work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不確定</translation>
    </message>
    <message>
        <source>own shop</source>
        <translation>自己的店</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店鋪</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>不明寄件人</translation>
    </message>
    <message>
        <source>cooling, {time}</source>
        <translation>冷靜中，{time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>cooling</source>
        <translation>冷靜中</translation>
    </message>
    <message>
        <source>read again</source>
        <translation>再讀一遍</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未寄出</translation>
    </message>
    <message>
        <source>perhaps sent</source>
        <translation>可能已寄出</translation>
    </message>
    <message>
        <source>waiting for them</source>
        <translation>等候對方</translation>
    </message>
    <message>
        <source>put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星號</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n 封信</numerusform>
        </translation>
    </message>
    <message>
        <source>{mails}, waiting {time}</source>
        <translation>{mails}，已等 {time}</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>逾期 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>還有 {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n 小時</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>不到 1 分鐘</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after {day}, when it was due.</source>
        <translation>
            <numerusform>應於 {day} 送達，晚了 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>明天 {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message numerus="yes">
        <source>Put off %n letter(s) until …</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Put off until …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is owed by {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer was owed by {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That time is past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your day is over by then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date just now</source>
        <translation>剛剛更新</translation>
    </message>
    <message numerus="yes">
        <source>Up to date %n min ago</source>
        <translation>
            <numerusform>%n 分鐘前更新</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message numerus="yes">
        <source>Offline: %n held, will wait</source>
        <translation>
            <numerusform>離線：%n 封冷靜中，會等候</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) masked</source>
        <translation>
            <numerusform>遮住 %n 個字詞</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 個字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n picture(s) from the internet</source>
        <translation>
            <numerusform>顯示網路上的 %n 張圖片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s)</source>
        <translation>
            <numerusform>%n 封信</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n 位元組</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>With it: {files}</source>
        <translation>附件：{files}</translation>
    </message>
    <message>
        <source>{day} Jan</source>
        <translation>1 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} Feb</source>
        <translation>2 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} Mar</source>
        <translation>3 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} Apr</source>
        <translation>4 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} May</source>
        <translation>5 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} Jun</source>
        <translation>6 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} Jul</source>
        <translation>7 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} Aug</source>
        <translation>8 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} Sep</source>
        <translation>9 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} Oct</source>
        <translation>10 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} Nov</source>
        <translation>11 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} Dec</source>
        <translation>12 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} January</source>
        <translation>1 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} February</source>
        <translation>2 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} March</source>
        <translation>3 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} April</source>
        <translation>4 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} June</source>
        <translation>6 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} July</source>
        <translation>7 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} August</source>
        <translation>8 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} September</source>
        <translation>9 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} October</source>
        <translation>10 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} November</source>
        <translation>11 月 {day} 日</translation>
    </message>
    <message>
        <source>{day} December</source>
        <translation>12 月 {day} 日</translation>
    </message>
    <message>
        <source>not received</source>
        <translation>未收到</translation>
    </message>
    <message>
        <source>late</source>
        <translation>遲到</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>損壞</translation>
    </message>
    <message>
        <source>wrong item</source>
        <translation>寄錯書</translation>
    </message>
    <message>
        <source>not as described</source>
        <translation>與描述不符</translation>
    </message>
    <message>
        <source>missing part</source>
        <translation>缺件</translation>
    </message>
    <message>
        <source>return</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>refund missing</source>
        <translation>退款未到</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>customs or fees</source>
        <translation>關稅或費用</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>abusive</source>
        <translation>辱罵</translation>
    </message>
    <message>
        <source>claim or lawyer</source>
        <translation>申訴或律師</translation>
    </message>
    <message>
        <source>bad feedback</source>
        <translation>差評</translation>
    </message>
    <message>
        <source>download</source>
        <translation>下載</translation>
    </message>
    <message>
        <source>question</source>
        <translation>詢問</translation>
    </message>
    <message>
        <source>praise</source>
        <translation>好評</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>our side</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>the carrier</source>
        <translation>貨運業者</translation>
    </message>
    <message>
        <source>the supplier</source>
        <translation>供應商</translation>
    </message>
    <message>
        <source>the marketplace</source>
        <translation>賣場平台</translation>
    </message>
    <message>
        <source>their side</source>
        <translation>對方</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>沒有人</translation>
    </message>
    <message>
        <source>Parcel has not arrived</source>
        <translation>包裹還沒送到</translation>
    </message>
    <message>
        <source>Parcel is late</source>
        <translation>包裹遲到</translation>
    </message>
    <message>
        <source>Book arrived damaged</source>
        <translation>書送到時已損壞</translation>
    </message>
    <message>
        <source>A different book arrived</source>
        <translation>收到的是另一本書</translation>
    </message>
    <message>
        <source>Book is not as described</source>
        <translation>書與描述不符</translation>
    </message>
    <message>
        <source>Something was missing in the parcel</source>
        <translation>包裹裡少了東西</translation>
    </message>
    <message>
        <source>Wants to return the book</source>
        <translation>想退回這本書</translation>
    </message>
    <message>
        <source>Wants the money back</source>
        <translation>想要退款</translation>
    </message>
    <message>
        <source>Refund has not arrived</source>
        <translation>退款還沒收到</translation>
    </message>
    <message>
        <source>Something is wrong with the address</source>
        <translation>地址有問題</translation>
    </message>
    <message>
        <source>Was asked for customs or fees</source>
        <translation>被要求付關稅或費用</translation>
    </message>
    <message>
        <source>Wants to cancel the order</source>
        <translation>想取消訂單</translation>
    </message>
    <message>
        <source>Harsh words; what is wanted is not clear</source>
        <translation>言詞激烈；不清楚想要什麼</translation>
    </message>
    <message>
        <source>Speaks of a claim or a lawyer</source>
        <translation>提到申訴或律師</translation>
    </message>
    <message>
        <source>Speaks of leaving bad feedback</source>
        <translation>提到要給差評</translation>
    </message>
    <message>
        <source>Cannot open a download</source>
        <translation>無法開啟下載檔</translation>
    </message>
    <message>
        <source>Asks a question</source>
        <translation>提出問題</translation>
    </message>
    <message>
        <source>Is pleased and says so</source>
        <translation>很滿意，特地來說</translation>
    </message>
    <message>
        <source>Writes about something else</source>
        <translation>寫的是別的事</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parcel has not arrived</source>
        <translation>包裹還沒送到</translation>
    </message>
    <message>
        <source>the parcel is late</source>
        <translation>包裹遲到</translation>
    </message>
    <message>
        <source>the book is damaged</source>
        <translation>書損壞了</translation>
    </message>
    <message>
        <source>it is a different book</source>
        <translation>是另一本書</translation>
    </message>
    <message>
        <source>the book is not as described</source>
        <translation>書與描述不符</translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation>少了東西</translation>
    </message>
    <message>
        <source>wants to send it back</source>
        <translation>想寄回</translation>
    </message>
    <message>
        <source>wants the money back</source>
        <translation>想要退款</translation>
    </message>
    <message>
        <source>the refund has not arrived</source>
        <translation>退款還沒收到</translation>
    </message>
    <message>
        <source>the address is wrong</source>
        <translation>地址錯了</translation>
    </message>
    <message>
        <source>was asked for fees</source>
        <translation>被要求付費</translation>
    </message>
    <message>
        <source>wants to cancel</source>
        <translation>想取消</translation>
    </message>
    <message>
        <source>uses harsh words</source>
        <translation>言詞激烈</translation>
    </message>
    <message>
        <source>may start a claim</source>
        <translation>可能提出申訴</translation>
    </message>
    <message>
        <source>may leave bad feedback</source>
        <translation>可能給差評</translation>
    </message>
    <message>
        <source>cannot open the download</source>
        <translation>無法開啟下載檔</translation>
    </message>
    <message>
        <source>asks a question</source>
        <translation>提出問題</translation>
    </message>
    <message>
        <source>You act by</source>
        <translation>您辦理的期限</translation>
    </message>
    <message>
        <source>You answer by</source>
        <translation>您回覆的期限</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Their letter of</source>
        <translation>對方來信日期</translation>
    </message>
    <message>
        <source>Their first letter of</source>
        <translation>對方第一封信的日期</translation>
    </message>
    <message>
        <source>Days they waited</source>
        <translation>對方等候的天數</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>書名</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>冊數</translation>
    </message>
    <message>
        <source>Sold as</source>
        <translation>售出時的品相</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>寄往</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>訂購日期</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>運費</translation>
    </message>
    <message>
        <source>Posted on</source>
        <translation>寄出日期</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>寄送方式</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>追蹤號碼</translation>
    </message>
    <message>
        <source>Expected from</source>
        <translation>預計最早</translation>
    </message>
    <message>
        <source>Expected until</source>
        <translation>預計最晚</translation>
    </message>
    <message>
        <source>You settle it by</source>
        <translation>您解決的期限</translation>
    </message>
    <message>
        <source>Counts as lost from</source>
        <translation>視為遺失的日期</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>送達日期</translation>
    </message>
    <message>
        <source>Came back on</source>
        <translation>退回日期</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>A reply to this letter is held already. Take it back to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suggestion for this letter takes that stance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing that they have to do in this case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly what will be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another address in From.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account can&apos;t answer the letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is still being copied. Hold the reply in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingPage</name>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only your own text is looked at: no quotes, no signature, no names from the letter or its order. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark words that are in no dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My dictionary, a word a line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_BothTexts</name>
    <message>
        <source>Your held reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Candidate</name>
    <message>
        <source>It is this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is this one: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Attachment without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} · {percent}% of {size} fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} · {size}, on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is fetched from the mail server when you save or open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ending}, save only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ending} picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop fetching it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where and when the photo was taken was left out; it looks the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of this kind may tell where it was taken, which can&apos;t be left out here. Save it as JPEG first if nobody should know.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ChoiceMenu</name>
    <message>
        <source>As read: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your word</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Faults</name>
    <message>
        <source>Something went wrong in the program. Your letters and held replies are kept. The log says more: {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Light</name>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>「{text}」</translation>
    </message>
</context>
<context>
    <name>_MaskRow</name>
    <message>
        <source>{masked}: show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover the words again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Value</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into the reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Set it aside and start anew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
